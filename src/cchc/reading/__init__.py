"""Reading: the words of real documents become values of the model, and nothing is lost."""

__all__ = ["read", "times", "values"]

"""Building frozen values quickly: an open twin of a class is filled in and then becomes the frozen class.

A frozen attrs class sets each field through ``object.__setattr__``, which costs four times what setting it costs. A twin is
a subclass that lacks this guard and adds nothing. It is used only where the class's own ``__init__`` would do nothing but
convert, set and call ``__attrs_post_init__``, all of which the reader does too.
"""

from functools import cache

import attrs

__all__ = ["twin_of"]


@cache
def twin_of(cls: type) -> type | None:
    """The open twin of a frozen, slotted attrs class, or None where only the class itself may build its values."""
    if not _is_plain(cls):
        return None
    # Setting both to object's own makes the interpreter set the fields of a twin directly, as in any ordinary class.
    open_again = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(cls.__name__, (cls,), {"__slots__": (), "__doc__": f"A {cls.__name__} in the making.", **open_again})


def _is_plain(cls: type) -> bool:
    fields = attrs.fields(cls)
    code = getattr(cls.__dict__.get("__init__"), "__code__", None)
    return (
        code is not None
        and code.co_filename.startswith("<attrs generated")
        and cls.__bases__ == (object,)
        and "__slots__" in cls.__dict__
        and not hasattr(cls, "__attrs_pre_init__")
        and all(field.validator is None and not isinstance(field.converter, attrs.Converter) for field in fields)
        and all(field.metadata.get("data", True) if field.init else field.default is attrs.NOTHING for field in fields)
    )

"""The capital letters of Vietnamese (chữ hoa), which no range of code points holds without small ones between."""

__all__ = ["CAPITALS"]

CAPITALS = "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ"
"""Every capital with every tone, composed."""

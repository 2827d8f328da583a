"""Streams of a PDF measured before anybody unpacks them: a kilobyte may stand for a megabyte, and that for a gigabyte.

The file is searched for packed streams rather than read, so that nothing in it can lead the measuring astray.
"""

import base64
import re
import zlib

from cchc.model.errors import InvalidInput, Problem

__all__ = ["MOST_PICTURE_BYTES", "MOST_STREAM_BYTES", "check_streams"]

MOST_STREAM_BYTES = 64 * 2**20
"""Bytes of all streams but pictures, unpacked: text, drawings and fonts of a thousand pages."""

MOST_PICTURE_BYTES = 256 * 2**20
"""Bytes of one picture, unpacked, which is only counted: a page scanned in colour at 600 dots per inch is 100 MB."""

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 2048  # bytes before a stream in which its dictionary stands
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_ASCII85 = re.compile(rb"/(?:ASCII85Decode|A85)\b")
_MOST_LAYERS = 3
_CHUNK = 2**16


def check_streams(content: bytes) -> None:
    """Refuse a file, `InvalidInput`, some of whose streams unpack to more than any plan holds."""
    left = MOST_STREAM_BYTES
    at = 0
    while found := _STREAM.search(content, at):
        start = found.end()
        dictionary = content[max(0, found.start() - _DICTIONARY) : found.start()].rpartition(b" obj")[2]
        if _ASCII85.search(dictionary):
            packed, begin, at = _from_ascii85(content, start)
        else:
            packed, begin, at = content, start, start
        picture = _PICTURE.search(dictionary) is not None
        size, end = _unpacked(packed, begin, MOST_PICTURE_BYTES if picture else left)
        if packed is content:
            at = max(at, end)
        if not picture:
            left -= size


def _from_ascii85(content: bytes, start: int) -> tuple[bytes, int, int]:
    end = content.find(b"~>", start)
    end = len(content) if end < 0 else end
    try:
        return base64.a85decode(content[start:end]), 0, end
    except ValueError:
        return b"", 0, end


def _unpacked(content: bytes, start: int, most: int, layers: int = 1) -> tuple[int, int]:
    """How many bytes a packed stream that starts there unpacks to, and where it ends; nothing where none starts there.

    What unpacks to another packed stream is unpacked again.
    """
    unpacker = zlib.decompressobj()
    size, at = 0, start
    kept: list[bytes] = []
    try:
        while not unpacker.eof and at < len(content):
            chunk = content[at : at + _CHUNK]
            at += len(chunk)
            while piece := unpacker.decompress(chunk, _CHUNK):
                chunk = unpacker.unconsumed_tail
                size += len(piece)
                if size > most or layers > _MOST_LAYERS:
                    raise InvalidInput(Problem(code="too-large", found=f"> {most} bytes", accepted=(f"{most} bytes",)))
                if kept or (size == len(piece) and _is_packed(piece)):
                    kept.append(piece)
    except zlib.error:
        pass  # not packed, or damaged: the reader of the file says which
    if kept:
        size += _unpacked(b"".join(kept), 0, most - size, layers + 1)[0]
    return size, at - len(unpacker.unused_data) if unpacker.eof else start


def _is_packed(head: bytes) -> bool:
    """Whether bytes begin as a packed stream does (RFC 1950)."""
    return len(head) > 1 and head[0] & 0x0F == 8 and (head[0] * 256 + head[1]) % 31 == 0

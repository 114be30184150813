"""The six figures that an authenticator app shows."""

import base64
import hmac
import struct
import time


def code_for(secret: str, steps: int = 0) -> str:
    """The code of a secret, now or some half minutes later (RFC 6238)."""
    key = base64.b32decode(secret.replace(" ", ""))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30 + steps), "sha1").digest()
    start = digest[-1] & 0xF
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"

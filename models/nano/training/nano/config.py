"""Sizes of the model, and its special tokens."""

from dataclasses import asdict, dataclass

END, USER, CODE, ASSISTANT, PAD, UNSURE, AT = range(7)
# All tokens before it are special.
FIRST_WORD = 8


@dataclass(frozen=True)
class Config:
    """A llama with biases on queries and keys and tied embeddings."""

    vocabulary: int = 8192
    width: int = 256
    layers: int = 6
    heads: int = 4
    hidden: int = 704
    context: int = 1024
    theta: float = 1e18
    epsilon: float = 1e-5

    @property
    def head_width(self) -> int:
        return self.width // self.heads

    def to_dict(self) -> dict:
        return asdict(self)


# Named by their millions of parameters with a vocabulary of 8,192.
SIZES = {
    "tiny": dict(width=64, layers=2, heads=2, hidden=128, context=512),
    "5m": dict(width=256, layers=5, heads=4, hidden=512),
    "7m": dict(width=256, layers=6, heads=4, hidden=704),
    "8m": dict(width=320, layers=5, heads=5, hidden=640),
    "10m": dict(width=320, layers=6, heads=5, hidden=896),
    "14m": dict(width=384, layers=6, heads=3, hidden=1024, context=1536),
    "25m": dict(width=512, layers=8, heads=8, hidden=1024, context=1536),
}

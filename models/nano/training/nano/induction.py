"""Weights that copy from the start.

Copying a text with changes is what the model does, and random weights take long to find out how. So an induction
circuit is written into the first three layers:

- layer 0: four heads look 1, 2, 3 and 4 tokens back, and write a code of what they see into slots 1–4 of the residual;
- layer 1: two heads look 4 tokens back and copy slots 1–4 there to slots 5–8 here;
- layer 2: three heads look for places whose last 8 tokens are the last 8 tokens here, and copy the token that stands
  there.

A head looks `back` tokens back by its biases alone: with keys (A, 0) and queries A·(cos ωb, −sin ωb) in the fastest
pairs of the rotary embedding, the score is largest at that distance. Matching uses the slowest pairs, which hardly turn
within the context.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from .config import ASSISTANT, CODE
from .model import Model

SLOTS = 8
POSITION_PAIRS = 6
POSITION_STRENGTH = 10.0
SLOWEST = 0.003
MATCH_STRENGTH = 2.0
# The residual is made larger, so that the optimizer's steps are small beside what is written here.
SCALE = 4.0
# How many of a head's slow dimensions compare the token n back, for n = 0 … 7.
SHARES = (8, 6, 5, 4, 4, 3, 3, 3)


@dataclass(frozen=True)
class Protection:
    """Rows or columns of a matrix that hold the circuit: its steps are multiplied by `factor`."""

    factor: Tensor


@torch.no_grad()
def construct(model: Model, generator: torch.Generator, pace: float = 0.05) -> dict[str, Protection]:
    """Writes the circuit into an initialized model. Gives the parameters to be kept at `pace` of the learning rate."""
    config = model.config
    if config.layers < 3 or config.heads < 4 or config.head_width != 64 or config.width < 256:
        raise ValueError("the circuit wants 3 layers, 4 heads of 64, and a width of 256 or more")
    width, head = config.width, config.head_width
    content, code = 80 * width // 256, 20 * width // 256
    slot = lambda number: content + (number - 1) * code
    half = head // 2
    frequency = config.theta ** (-torch.arange(half).float() / half)

    for layer in model.layers:
        layer.o.mul_(0.1)
        layer.down.mul_(0.1)
    noise = lambda *shape: torch.randn(*shape, generator=generator)
    model.embedding.copy_(torch.cat((noise(config.vocabulary, content) * 0.09, noise(config.vocabulary, width - content) * 0.006), 1))
    # An answer begins as the code does: to the circuit both marks are the same token.
    model.embedding[ASSISTANT, :content] = model.embedding[CODE, :content]
    project = torch.zeros(code, width)
    project[:, :content] = torch.linalg.qr(noise(content, content))[0][:code]

    def look_back(layer: int, number: int, distance: int) -> slice:
        rows = slice(number * head, (number + 1) * head)
        block = model.layers[layer]
        block.q[rows] *= 0.03
        block.k[rows] *= 0.03
        block.q_bias[rows] = 0
        block.k_bias[rows] = 0
        for pair in range(POSITION_PAIRS):
            turn = frequency[pair].item() * distance
            block.k_bias[rows.start + pair] = POSITION_STRENGTH
            block.q_bias[rows.start + pair] = POSITION_STRENGTH * math.cos(turn)
            block.q_bias[rows.start + pair + half] = -POSITION_STRENGTH * math.sin(turn)
        return rows

    first, second, third = model.layers[0], model.layers[1], model.layers[2]
    for number in range(4):
        rows = look_back(0, number, number + 1)
        first.v[rows] = 0
        first.v[rows.start : rows.start + code] = project
        first.o[:, rows] = 0
        for index in range(code):
            first.o[slot(number + 1) + index, rows.start + index] = 0.05
    # A head of 64 has room for one slot or more.
    for number in range(2):
        rows = look_back(1, number, 4)
        second.v[rows] = 0
        second.o[:, rows] = 0
        room = head // 2
        for place, source in enumerate((1 + 2 * number, 2 + 2 * number)):
            for index in range(min(code, room)):
                second.v[rows.start + place * room + index, slot(source) + index] = 1
                second.o[slot(source + 4) + index, rows.start + place * room + index] = 0.07

    slow = [pair for pair in range(half) if frequency[pair] < SLOWEST]
    dimensions = slow + [pair + half for pair in slow]
    plan = [distance for distance, share in enumerate(SHARES) for _ in range(share)]
    order = torch.randperm(len(dimensions), generator=generator).tolist()
    usable = min(code, head // 2)
    for number in range(3):
        rows = slice(number * head, (number + 1) * head)
        query, key = torch.zeros(head, width), torch.zeros(head, width)
        used: dict[int, int] = {}
        for index, dimension in enumerate(dimensions):
            distance = plan[order[index] % len(plan)]
            turn = used.get(distance, 0)
            used[distance] = turn + 1
            row = (number * 7 + turn) % usable
            if distance == 0:
                query[dimension] = project[row]
            else:
                query[dimension, slot(distance) + row] = 1
            key[dimension, slot(distance + 1) + row] = 1
        third.q[rows] = query * MATCH_STRENGTH
        third.k[rows] = key * MATCH_STRENGTH
        third.q_bias[rows] = 0
        third.k_bias[rows] = 0
        third.v[rows] = 0
        third.o[:, rows] = 0
        start, strength = ((0, 0.35), (content // 2, 0.35), (content // 4, 0.15))[number]
        for index in range(min(content // 2, head)):
            third.v[rows.start + index, start + index] = 1
            third.o[start + index, rows.start + index] = strength

    model.embedding *= SCALE
    model.norm /= SCALE
    for layer in model.layers:
        layer.o *= SCALE
        layer.down *= SCALE
    return _protections(width, head, pace)


def _protections(width: int, head: int, pace: float) -> dict[str, Protection]:
    found = {}
    for layer, heads, names in ((0, 4, "qkvo"), (1, 2, "qkvo"), (2, 3, "qk")):
        for name in names:
            factor = torch.ones((1, width) if name == "o" else (width, 1))
            (factor[:, : heads * head] if name == "o" else factor[: heads * head]).fill_(pace)
            found[f"layers.{layer}.{name}"] = Protection(factor)
    return found

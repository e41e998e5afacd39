"""Weights that copy from the start.

The model copies a text with changes, which random weights take long to learn. Therefore a circuit is written into the
first three layers. It gives each token of the vocabulary a fixed code of ±1, and finds for each position in the answer
the corresponding position in the code:

- layer 0: three heads look 1, 2 and 3 tokens back. What they see adds up to a *trail*: the codes of the last tokens,
  each turned by a rotation for its distance and fainter by `FADING`;
- layer 1: one head looks 3 tokens back and adds the trail there: now it is 6 tokens long;
- layers 0 and 1: four heads are *clocks*. They attend to the last mark (`<|code|>` or `<|assistant|>`) and, with
  growing distance, to the first token: this says how long the text is so far, by four thresholds, and which text it is;
- layer 2: two or more heads search the code, not the answer, for the position that follows the same trail at about the
  same distance from its mark, and copy the token there.

Looking back and a clock's slope only use biases and the fast pairs of the rotary embedding; codes are compared in the
pairs that do not turn within the context, so theta has to be large. The clocks choose among positions with the same
trail: without them, a model of this size loses its place in repetitive code.

The columns of the residual that the circuit uses hold nothing else up to layer 2, and the embedding keeps its codes.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from .config import ASSISTANT, CODE, END, USER
from .model import Model

HEAD = 64
# Dimensions of a code, and of a trail. Together with the clocks, they use up the dimensions that do not turn in a head.
CODE_SIZE = 45
# Weight of a token in the trail relative to the next one.
FADING = 0.65
# Size of an embedding's entries, and of the special entries of marks, which dominate: a mark looks the same everywhere.
ENTRY, MARK_ENTRY = 0.09, 24 * 0.09
POSITION_PAIRS, POSITION_STRENGTH = 4, 14.0
# The pair that turns by less than half a turn within the longest code: a clock's slope.
CLOCK_PAIR = 5
SLOWEST = 5e-4
# For each clock, the distance in tokens of its midpoint, and the width of its slope.
CLOCKS = ((20, 12), (80, 25), (180, 40), (420, 90))
# In nats: lead of marks over other tokens, of an equal token, of an equal clock; lag of tokens in the answer.
MARK_LEAD, TOKEN_LEAD, CLOCK_LEAD, ANSWER_LAG = 14.0, 45.0, 9.0, 25.0
# Strength of the copied code and content relative to the token's own, and the weight of codes in the output.
CODE_STRENGTH, CONTENT_STRENGTH, CODE_NORM = 2.5, 1.5, 0.6
# Threshold of a token's side from which it is in the answer.
SIDE_THRESHOLD = 0.15
# How strongly a mark suppresses the first layer's hidden units.
SILENCE_STRENGTH = 4.0
# The residual is scaled up: this makes the optimizer's steps small relative to the circuit.
SCALE = 4.0


@dataclass(frozen=True)
class Protection:
    """A factor for a parameter's steps, including its decay: the circuit's parts move slowly or not at all."""

    factor: Tensor


class _Columns:
    """The columns of the residual: the text's tokens, their codes, the trail, marks and clocks."""

    def __init__(self, copying: int):
        # A copying head has room for 63 dimensions and a mark; the first head starts with the code.
        self.content = slice(0, (HEAD - 1) * copying - CODE_SIZE)
        self.code = slice(self.content.stop, self.content.stop + CODE_SIZE)
        self.trail = slice(self.code.stop, self.code.stop + CODE_SIZE)
        self.mark, self.first, self.answer, self.twin, self.one = range(self.trail.stop, self.trail.stop + 5)
        self.marks = slice(self.mark, self.one)
        self.clocks = range(self.one + 1, self.one + 1 + len(CLOCKS))
        self.side, self.begin = self.clocks.stop, self.clocks.stop + 1
        self.circuit = slice(self.code.start, self.begin + 1)


@torch.no_grad()
def construct(model: Model, generator: torch.Generator, pace: float = 0.3) -> dict[str, Protection]:
    """Writes the circuit into an initialized model. Returns which parameters to freeze or to slow down to `pace`."""
    config = model.config
    if config.layers < 3 or config.heads < 4 or config.head_width != HEAD or config.width < 256:
        raise ValueError("the circuit needs at least 3 layers, at least 4 heads of 64, and a width of at least 256")
    _Circuit(model, generator).write()
    return _protections(model, pace)


class _Circuit:
    def __init__(self, model: Model, generator: torch.Generator):
        self.model, self.generator = model, generator
        self.width = model.config.width
        self.copying = self.width // 128
        self.at = _Columns(self.copying)
        half = HEAD // 2
        self.frequency = (model.config.theta ** (-torch.arange(half).double() / half)).tolist()
        slow = [pair for pair in range(half) if self.frequency[pair] < SLOWEST]
        self.still = slow + [pair + half for pair in slow]
        if len(self.still) < CODE_SIZE + len(CLOCKS) + 3:
            raise ValueError("the circuit needs a theta of 1e18, so that most pairs of a head do not turn")
        # Sizes (root mean squares) of the residual's rows at the input of each layer, for tokens and for marks.
        square = (self.at.content.stop + CODE_SIZE + 1) * ENTRY**2
        marked = square + 2 * MARK_ENTRY**2
        trail = lambda length: CODE_SIZE * ENTRY**2 * sum(FADING**k for k in range(length))
        clocks = len(CLOCKS) * 0.5 * ENTRY**2
        self.size = [math.sqrt((square + more) / self.width) for more in (0, trail(3), trail(6) + clocks)]
        self.mark_size = [math.sqrt((marked + more) / self.width) for more in (0, trail(3), trail(6))]
        self.turn = torch.linalg.qr(torch.randn(CODE_SIZE, CODE_SIZE, generator=generator))[0]

    def write(self) -> None:
        at, model = self.at, self.model
        for index, layer in enumerate(model.layers):
            layer.o.mul_(0.1)
            layer.down.mul_(0.1)
            if index < 2:
                layer.o[at.circuit] = 0
                layer.down[at.circuit] = 0
        # The first layer's hidden units are silent at marks, which leaves marks unchanged.
        model.layers[0].gate[:, at.marks] = 0
        model.layers[0].gate[:, [at.mark, at.first]] = -SILENCE_STRENGTH
        self._embed()
        for number in range(3):
            self._look_back(0, number, number + 1, at.code, self._faded(number))
        # A text begins where the previous token is a mark.
        model.layers[0].v[HEAD - 1, at.mark] = self.mark_size[0] / MARK_ENTRY
        model.layers[0].o[at.begin, HEAD - 1] = ENTRY
        self._look_back(1, 0, 3, at.trail, self._faded(3))
        for index, (layer, number) in enumerate(((0, 3), (1, 1), (1, 2), (1, 3))):
            self._clock(layer, number, index)
        for number in range(self.copying):
            self._copy(number)
        model.embedding *= SCALE
        model.norm /= SCALE
        model.norm[at.trail.start : at.circuit.stop] = 0
        model.norm[at.code] *= CODE_NORM
        for layer in model.layers:
            layer.o *= SCALE
            layer.down *= SCALE

    def _embed(self) -> None:
        at, embedding = self.at, self.model.embedding
        noise = lambda *shape: torch.randn(*shape, generator=self.generator)
        tokens = embedding.shape[0]
        embedding.copy_(noise(tokens, self.width) * 0.006)
        embedding[:, at.content] = noise(tokens, at.content.stop) * ENTRY
        embedding[:, at.circuit] = 0
        embedding[:, at.code] = noise(tokens, CODE_SIZE).sign() * ENTRY
        embedding[:, at.one] = ENTRY
        # An answer begins like the code: for the circuit, both marks are the same token.
        embedding[ASSISTANT, at.code] = embedding[CODE, at.code]
        for mark in (CODE, ASSISTANT):
            embedding[mark, at.mark] = MARK_ENTRY
        embedding[USER, at.first] = MARK_ENTRY
        embedding[ASSISTANT, at.answer] = MARK_ENTRY
        for mark in (CODE, USER):
            embedding[mark, at.twin] = MARK_ENTRY

    def _faded(self, distance: int) -> Tensor:
        return torch.matrix_power(self.turn, distance) * math.sqrt(FADING) ** distance

    def _head(self, layer: int, number: int):
        """Clears a head. Returns its layer and its first row."""
        block, rows = self.model.layers[layer], slice(number * HEAD, (number + 1) * HEAD)
        for part in (block.q, block.k, block.v, block.q_bias, block.k_bias):
            part[rows] = 0
        block.o[:, rows] = 0
        return block, rows.start

    def _look_back(self, layer: int, number: int, distance: int, seen: slice, faded: Tensor) -> None:
        """Makes a head attend `distance` tokens back and add what is there to the trail."""
        block, row = self._head(layer, number)
        for pair in range(POSITION_PAIRS):
            turn = self.frequency[pair] * distance
            block.k_bias[row + pair] = POSITION_STRENGTH
            block.q_bias[row + pair] = POSITION_STRENGTH * math.cos(turn)
            block.q_bias[row + pair + HEAD // 2] = -POSITION_STRENGTH * math.sin(turn)
        block.v[row : row + CODE_SIZE, seen] = torch.eye(CODE_SIZE)
        block.o[self.at.trail, row : row + CODE_SIZE] = faded * self.size[layer]

    def _clock(self, layer: int, number: int, index: int) -> None:
        """Makes a head choose between the last mark, with score sin(ω(center − distance)), and the first token, with
        score zero; all other scores are far lower."""
        at, size = self.at, self.mark_size[layer] / MARK_ENTRY
        block, row = self._head(layer, number)
        center, width = CLOCKS[index]
        still, root, strength = row + HEAD // 2 - 1, math.sqrt(HEAD), 6.0
        block.q_bias[still] = strength
        for column in (at.mark, at.first):
            block.k[still, column] = MARK_LEAD * root / strength * size
        slope = math.sqrt(root / width / self.frequency[CLOCK_PAIR])
        turn = self.frequency[CLOCK_PAIR] * center - math.pi / 2
        block.k[row + CLOCK_PAIR, at.mark] = slope * size
        block.q_bias[row + CLOCK_PAIR] = slope * math.cos(turn)
        block.q_bias[row + CLOCK_PAIR + HEAD // 2] = -slope * math.sin(turn)
        for index, (seen, written) in enumerate(((at.mark, at.clocks[index]), (at.answer, at.side))):
            block.v[row + index, seen] = size
            block.o[written, row + index] = ENTRY

    def _copy(self, number: int) -> None:
        at, root = self.at, math.sqrt(HEAD)
        block, row = self._head(2, number)
        size = self.size[2]
        coded = [row + dimension for dimension in self.still[:CODE_SIZE]]
        others = iter([row + dimension for dimension in self.still[CODE_SIZE:]])
        # The trail before the next token: this token plus the trail here, turned once more.
        gain = math.sqrt(TOKEN_LEAD * root / CODE_SIZE) / ENTRY * size
        query, key = torch.zeros(CODE_SIZE, self.width), torch.zeros(CODE_SIZE, self.width)
        query[:, at.code] = torch.eye(CODE_SIZE) * gain
        query[:, at.trail] = self._faded(1) * gain
        key[:, at.trail] = torch.eye(CODE_SIZE) * gain
        block.q[coded], block.k[coded] = query, key
        gain = math.sqrt(4 * CLOCK_LEAD * root) / ENTRY * size
        for clock in at.clocks:
            dimension = next(others)
            block.q[dimension, clock] = block.k[dimension, clock] = gain
            block.q[dimension, at.one] = -gain / 2
        # Attends to nothing in the answer, except the mark before it, which means the end (but not to itself).
        dimension, strength = next(others), 6.0
        lag = ANSWER_LAG * root / strength
        block.q_bias[dimension] = -strength
        block.k[dimension, at.side] = lag / ENTRY * size
        block.k[dimension, at.answer] = -3.5 * lag * self.mark_size[1] / MARK_ENTRY
        dimension = next(others)
        block.q[dimension, at.answer] = -30 * root / strength * self.mark_size[1] / MARK_ENTRY
        block.k[dimension, at.answer] = strength * self.mark_size[1] / MARK_ENTRY
        block.k[dimension, at.begin] = -2 * strength * size / ENTRY
        # Outside the answer, it attends to the first token, which has almost nothing to copy.
        dimension = next(others)
        block.q[dimension, at.one] = SIDE_THRESHOLD * strength / ENTRY * size
        block.q[dimension, at.side] = -strength / ENTRY * size
        block.k[dimension, at.first] = 1000 * root / strength * self.mark_size[0] / MARK_ENTRY
        # Copies the token's code and content; the mark is copied as the end.
        room = HEAD - 1
        carried = [*range(at.code.start, at.code.stop), *range(at.content.stop)][number * room : (number + 1) * room]
        strength = torch.tensor([CODE_STRENGTH if column in range(at.code.start, at.code.stop) else CONTENT_STRENGTH for column in carried])
        block.v[range(row, row + room), carried] = 1
        block.o[carried, range(row, row + room)] = strength * size
        block.v[row + room, at.answer] = self.mark_size[2] / MARK_ENTRY
        block.o[carried, row + room] = self.model.embedding[END, carried] * strength


def _protections(model: Model, pace: float) -> dict[str, Protection]:
    """Freezes the parts that find the position: they are finely tuned, but the optimizer's steps are equally large."""
    width, copying = model.config.width, model.config.width // 128
    at = _Columns(copying)
    embedding = torch.ones(model.config.vocabulary, width)
    embedding[:, at.circuit] = 0
    embedding[[CODE, ASSISTANT, USER]] = 0
    found = {"embedding": embedding}
    for layer, heads in ((0, 4), (1, 4), (2, copying)):
        rows = slice(0, heads * HEAD)
        for name in ("q", "k", "v"):
            found[f"layers.{layer}.{name}"] = torch.ones(width, 1)
        for name in ("q_bias", "k_bias"):
            found[f"layers.{layer}.{name}"] = torch.ones(width)
        for name in ("q", "k", "v", "q_bias", "k_bias"):
            found[f"layers.{layer}.{name}"][rows] = pace if (layer, name) == (2, "v") else 0
        found[f"layers.{layer}.o"] = torch.ones(width, width)
        found[f"layers.{layer}.o"][:, rows] = pace if layer == 2 else 0
        found[f"layers.{layer}.attention_norm"] = torch.zeros(width)
    for layer in (0, 1):
        found[f"layers.{layer}.o"][at.circuit] = 0
        found[f"layers.{layer}.down"] = torch.ones(width, 1)
        found[f"layers.{layer}.down"][at.circuit] = 0
    found["layers.0.gate"] = torch.ones(1, width)
    found["layers.0.gate"][:, at.marks] = 0
    return {name: Protection(factor) for name, factor in found.items()}

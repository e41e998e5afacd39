"""Measures exact match by teacher forcing: an answer is right if each of its tokens is the likeliest one."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import torch

from .config import UNSURE
from .data import collate, batch_length, read_file
from .model import Model

TOKENS_AT_ONCE = 16_384


@dataclass
class Score:
    examples: int = 0
    exact: int = 0
    tokens: int = 0
    right: int = 0
    unsure: int = 0
    too_long: int = 0
    families: dict[int, list[int]] = field(default_factory=dict)
    kinds: dict[int, list[int]] = field(default_factory=dict)

    def to_dict(self, names: dict) -> dict:
        share = lambda pair: f"{pair[0]}/{pair[1]}"
        family = lambda number: names["families"][number] if number < len(names["families"]) else "other"
        return {
            "examples": self.examples,
            "too_long": self.too_long,
            "exact": round(self.exact / max(1, self.examples), 4),
            "token_accuracy": round(self.right / max(1, self.tokens), 4),
            "unsure": round(self.unsure / max(1, self.examples), 4),
            "kinds": {names["kinds"][key]: share(value) for key, value in sorted(self.kinds.items())},
            "families": {family(key): share(value) for key, value in sorted(self.families.items())},
        }


@torch.no_grad()
def measure(model: Model, path: Path, most: int | None = None) -> Score:
    device = next(model.parameters()).device
    score = Score()
    loaded = read_file(path)[:most]
    examples = sorted((one for one in loaded if len(one) <= model.config.context), key=len)
    score.too_long = len(loaded) - len(examples)
    start = 0
    while start < len(examples):
        length = batch_length(len(examples[start]))
        group = [one for one in examples[start : start + max(1, TOKENS_AT_ONCE // length)] if len(one) <= length]
        start += len(group)
        batch = collate(group, length, None)
        states = model(torch.from_numpy(batch.tokens).to(device))
        for row, one in enumerate(group):
            begin, end = len(one.prompt) - 1, len(one) - 1
            likeliest = model.logits(states[row, begin:end]).argmax(-1).cpu().numpy()
            right = likeliest == one.answer
            score.examples += 1
            score.exact += bool(right.all())
            score.tokens += len(right)
            score.right += int(right.sum())
            score.unsure += int(likeliest[0] == UNSURE)
            for table, key in ((score.families, one.family), (score.kinds, one.kind)):
                pair = table.setdefault(key, [0, 0])
                pair[0] += bool(right.all())
                pair[1] += 1
    return score


def measure_all(model: Model, folder: Path, most: int | None = None) -> dict:
    """Returns the scores of every measure in a folder, by name."""
    names = json.loads((folder / "names.json").read_text())
    return {path.stem: measure(model, path, most).to_dict(names) for path in sorted(folder.glob("*.bin"))}

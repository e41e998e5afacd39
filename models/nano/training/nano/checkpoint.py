"""The state of a training, saved to disk."""

import os
from dataclasses import dataclass
from pathlib import Path

import torch

from .config import Config
from .model import Model


@dataclass
class Progress:
    """Progress of a training. `runs` counts its starts, which gives a resumed run different examples."""

    seconds: float = 0.0
    tokens: int = 0
    steps: int = 0
    runs: int = 0


def save(path: Path, config: Config, model: torch.nn.Module, optimizer: dict, protections: dict, progress: Progress) -> None:
    """Writes a temporary file and renames it: an interrupted run leaves the last complete checkpoint."""
    temporary = path.with_suffix(".part")
    torch.save(
        {
            "config": config.to_dict(),
            "model": model.state_dict(),
            "optimizer": optimizer,
            "protections": {name: one.factor for name, one in protections.items()},
            "progress": vars(progress),
        },
        temporary,
    )
    os.replace(temporary, path)


def load(path: Path) -> dict:
    # Checkpoints are written by this program and have only tensors and plain values.
    return torch.load(path, map_location="cpu")


def load_model(path: Path) -> Model:
    state = load(path)
    model = Model(Config(**state["config"]))
    model.load_state_dict(state["model"])
    return model

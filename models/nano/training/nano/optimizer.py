"""Muon for matrices, Adam for the rest."""

import torch
from torch import Tensor, nn

from .induction import Protection

MATRICES = ("q", "k", "v", "o", "gate", "up", "down")


class Optimizer:
    """Rates are those at full pace; `step` takes the schedule's factor. `matrices`: muon, or adam as for the rest, whose
    steps cost next to nothing beside small batches."""

    def __init__(
        self,
        model: nn.Module,
        protections: dict[str, Protection],
        matrix_rate: float = 0.02,
        other_rate: float = 0.003,
        decay: float = 0.02,
        compute: torch.dtype = torch.float32,
        matrices: str = "muon",
    ):
        for name, one in protections.items():
            if not one.factor.any():
                model.get_parameter(name).requires_grad_(False)
        named = {name: parameter for name, parameter in model.named_parameters() if parameter.requires_grad}
        is_matrix = lambda name: matrices == "muon" and name.split(".")[-1] in MATRICES
        # Matrices of one shape are orthogonalized together.
        self.groups: dict[tuple[int, ...], list[tuple[str, nn.Parameter]]] = {}
        for name, parameter in named.items():
            if is_matrix(name):
                self.groups.setdefault(tuple(parameter.shape), []).append((name, parameter))
        self.others = [(name, parameter) for name, parameter in named.items() if not is_matrix(name)]
        device = next(model.parameters()).device
        self.factors = {name: one.factor.to(device) for name, one in protections.items()}
        self.matrix_rate, self.other_rate, self.decay, self.compute = matrix_rate, other_rate, decay, compute
        self.momentum = {name: torch.zeros_like(p) for group in self.groups.values() for name, p in group}
        self.first = {name: torch.zeros_like(p) for name, p in self.others}
        self.second = {name: torch.zeros_like(p) for name, p in self.others}
        self.steps = 0

    @torch.no_grad()
    def step(self, factor: float) -> None:
        self.steps += 1
        for shape, group in self.groups.items():
            rate = self.matrix_rate * factor
            directions = []
            for name, parameter in group:
                gradient = parameter.grad
                if name in self.factors:
                    # What stays as it is has no say in the direction of the rest.
                    gradient = gradient * (self.factors[name] > 0)
                momentum = self.momentum[name].mul_(0.95).add_(gradient, alpha=0.05)
                directions.append(gradient * 0.05 + momentum * 0.95)
            updates = orthogonalize(torch.stack(directions), self.compute)
            scale = max(1.0, shape[0] / shape[1]) ** 0.5
            for (name, parameter), update in zip(group, updates):
                kept = self.factors.get(name, 1)
                parameter.mul_(1 - rate * self.decay * kept).add_(update * kept, alpha=-rate * scale)
                parameter.grad = None
        rate = self.other_rate * factor
        for name, parameter in self.others:
            first = self.first[name].mul_(0.9).add_(parameter.grad, alpha=0.1)
            second = self.second[name].mul_(0.97).addcmul_(parameter.grad, parameter.grad, value=0.03)
            mean = first / (1 - 0.9**self.steps)
            spread = (second / (1 - 0.97**self.steps)).sqrt().add_(1e-9)
            parameter.addcdiv_(mean * self.factors[name] if name in self.factors else mean, spread, value=-rate)
            parameter.grad = None

    def state(self) -> dict:
        return {"steps": self.steps, "momentum": self.momentum, "first": self.first, "second": self.second}

    def load(self, state: dict) -> None:
        self.steps = state["steps"]
        for name in ("momentum", "first", "second"):
            for key, value in state[name].items():
                getattr(self, name)[key].copy_(value)


def orthogonalize(directions: Tensor, compute: torch.dtype) -> Tensor:
    """Newton–Schulz on a stack of matrices: singular values near one, directions kept."""
    x = directions / (directions.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    x = x.to(compute)
    is_tall = x.shape[-2] > x.shape[-1]
    if is_tall:
        x = x.mT.contiguous()
    for _ in range(5):
        a = x @ x.mT
        x = 3.4445 * x + (-4.7750 * a + 2.0315 * (a @ a)) @ x
    return (x.mT if is_tall else x).float()

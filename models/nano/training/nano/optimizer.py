"""Muon for matrices, Adam for the rest. Updates all parameters together: on a GPU, kernel launches take the time."""

from collections.abc import Callable

import torch
from torch import Tensor, nn

from .induction import Protection

MATRICES = ("q", "k", "v", "o", "gate", "up", "down")


class Optimizer:
    """Rates are the full ones; `step` takes the schedule's factor. `matrices`: muon, or adam like the rest, whose steps
    cost almost nothing compared with small batches."""

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
        # Matrices of the same shape are orthogonalized together.
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
            rate, parameters = self.matrix_rate * factor, [parameter for _, parameter in group]
            gradients = self._scaled([(name, parameter.grad) for name, parameter in group], by=lambda one: one > 0)
            momenta = [self.momentum[name] for name, _ in group]
            average(momenta, gradients, 0.05)
            lookahead = torch._foreach_add(torch._foreach_mul(gradients, 0.05), momenta, alpha=0.95)
            updates = orthogonalize(torch.stack(lookahead), self.compute)
            changes = list((updates * max(1.0, shape[0] / shape[1]) ** 0.5).unbind())
            torch._foreach_add_(changes, parameters, alpha=self.decay)
            changes = self._scaled([(name, change) for (name, _), change in zip(group, changes)])
            torch._foreach_add_(parameters, changes, alpha=-rate)
        parameters = [parameter for _, parameter in self.others]
        gradients = [parameter.grad for parameter in parameters]
        first, second = ([kind[name] for name, _ in self.others] for kind in (self.first, self.second))
        average(first, gradients, 0.1)
        torch._foreach_mul_(second, 0.97)
        torch._foreach_addcmul_(second, gradients, gradients, 0.03)
        spreads = torch._foreach_sqrt(torch._foreach_div(second, 1 - 0.97**self.steps))
        torch._foreach_add_(spreads, 1e-9)
        means = self._scaled([(name, mean) for (name, _), mean in zip(self.others, torch._foreach_div(first, 1 - 0.9**self.steps))])
        torch._foreach_addcdiv_(parameters, means, spreads, -self.other_rate * factor)
        for group in (*self.groups.values(), self.others):
            for _, parameter in group:
                parameter.grad = None

    def _scaled(self, named: list[tuple[str, Tensor]], by: Callable[[Tensor], Tensor] = lambda one: one) -> list[Tensor]:
        """Multiplies protected values by their factor: frozen ones then do not influence the others' direction."""
        return [one * by(self.factors[name]) if name in self.factors else one for name, one in named]

    def state(self) -> dict:
        return {"steps": self.steps, "momentum": self.momentum, "first": self.first, "second": self.second}

    def load(self, state: dict) -> None:
        self.steps = state["steps"]
        for name in ("momentum", "first", "second"):
            for key, value in state[name].items():
                getattr(self, name)[key].copy_(value)


def average(kept: list[Tensor], new: list[Tensor], share: float) -> None:
    """Updates running averages. Debian's Torch 1.13 has no lerp of lists."""
    torch._foreach_mul_(kept, 1 - share)
    torch._foreach_add_(kept, new, alpha=share)


def orthogonalize(directions: Tensor, compute: torch.dtype) -> Tensor:
    """Runs Newton–Schulz on a stack of matrices: singular values become close to one, directions stay."""
    x = directions / (directions.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    x = x.to(compute)
    is_tall = x.shape[-2] > x.shape[-1]
    if is_tall:
        x = x.mT.contiguous()
    for _ in range(5):
        a = x @ x.mT
        x = 3.4445 * x + (-4.7750 * a + 2.0315 * (a @ a)) @ x
    return (x.mT if is_tall else x).float()

"""The model: a llama, as llama.cpp runs it."""

import math
from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .config import Config


class Layer(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        width, hidden = config.width, config.hidden
        matrix = lambda rows, columns: nn.Parameter(torch.empty(rows, columns))
        self.q, self.k, self.v, self.o = (matrix(width, width) for _ in range(4))
        self.q_bias, self.k_bias = nn.Parameter(torch.empty(width)), nn.Parameter(torch.empty(width))
        self.gate, self.up, self.down = matrix(hidden, width), matrix(hidden, width), matrix(width, hidden)
        self.attention_norm, self.hidden_norm = nn.Parameter(torch.ones(width)), nn.Parameter(torch.ones(width))
        self.heads, self.epsilon = config.heads, config.epsilon

    def forward(self, state: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        """Returns the state (batch, length, width) after the layer. Matrix products use the dtype of `cos`."""
        batch, length, width = state.shape
        compute = cos.dtype
        product = lambda x, weight, bias=None: F.linear(x, weight.to(compute), bias if bias is None else bias.to(compute))
        split = lambda projected: projected.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
        normal = normalize(state, self.attention_norm, self.epsilon).to(compute)
        q = _rotate(split(product(normal, self.q, self.q_bias)), cos, sin)
        k = _rotate(split(product(normal, self.k, self.k_bias)), cos, sin)
        mixed = _attend(q, k, split(product(normal, self.v))).transpose(1, 2).reshape(batch, length, width)
        state = state + product(mixed, self.o)
        normal = normalize(state, self.hidden_norm, self.epsilon).to(compute)
        hidden = F.silu(product(normal, self.gate)) * product(normal, self.up)
        return state + product(hidden, self.down)


def run_layer(layer: Layer, state: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    return layer(state, cos, sin)


class Model(nn.Module):
    """Parameters are float32; matrix products use the dtype `compute`."""

    def __init__(self, config: Config, compute: torch.dtype = torch.float32):
        super().__init__()
        self.config, self.compute = config, compute
        self.embedding = nn.Parameter(torch.empty(config.vocabulary, config.width))
        self.norm = nn.Parameter(torch.ones(config.width))
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        half = config.head_width // 2
        frequency = config.theta ** (-torch.arange(half).float() / half)
        angle = torch.outer(torch.arange(config.context).float(), frequency)
        self.register_buffer("cos", angle.cos().repeat(1, 2), persistent=False)
        self.register_buffer("sin", angle.sin().repeat(1, 2), persistent=False)

    @torch.no_grad()
    def initialize(self, generator: torch.Generator) -> None:
        """Sets random weights; those that write to the residual start small."""
        normal = lambda parameter, scale: parameter.copy_(torch.randn(parameter.shape, generator=generator) * scale)
        normal(self.embedding, 0.05)
        for layer in self.layers:
            for name in ("q", "k", "v", "gate", "up"):
                normal(getattr(layer, name), 0.8 / math.sqrt(self.config.width))
            normal(layer.o, 0.3 / math.sqrt(self.config.width))
            normal(layer.down, 0.3 / math.sqrt(self.config.hidden))
            normal(layer.q_bias, 0.5)
            normal(layer.k_bias, 0.5)

    def forward(self, tokens: Tensor, run: Callable[..., Tensor] = run_layer) -> Tensor:
        """Converts tokens (batch, length) to states (batch, length, width) for `logits`. `run` runs a layer and may be
        compiled; all layers share it."""
        length = tokens.shape[1]
        cos, sin = self.cos[:length].to(self.compute), self.sin[:length].to(self.compute)
        state = F.embedding(tokens, self.embedding)
        for layer in self.layers:
            state = run(layer, state, cos, sin)
        return normalize(state, self.norm, self.config.epsilon).to(self.compute)

    def logits(self, states: Tensor) -> Tensor:
        return F.linear(states, self.embedding.to(self.compute)).float()


def normalize(state: Tensor, weight: Tensor, epsilon: float) -> Tensor:
    return state * torch.rsqrt(state.pow(2).mean(-1, keepdim=True) + epsilon) * weight


def _rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    left, right = x.chunk(2, -1)
    return x * cos + torch.cat((-right, left), -1) * sin


def _attend(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention(q, k, v, is_causal=True)
    length = q.shape[-2]
    hidden = torch.ones(length, length, dtype=torch.bool, device=q.device).triu(1)
    scores = (q @ k.transpose(-1, -2)) / math.sqrt(q.shape[-1])
    return torch.softmax(scores.masked_fill(hidden, -1e4), -1) @ v

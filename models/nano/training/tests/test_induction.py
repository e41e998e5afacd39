import unittest

import torch

from nano.config import ASSISTANT, CODE, END, USER, Config
from nano.induction import construct
from nano.model import Model
from nano.optimizer import Optimizer


def construct_model(context: int = 512) -> tuple[Model, dict, torch.Generator]:
    generator = torch.Generator().manual_seed(1)
    model = Model(Config(vocabulary=1024, width=256, layers=3, heads=4, hidden=64, context=context))
    model.initialize(generator)
    return model, construct(model, generator), generator


def copied_share(model: Model, generator: torch.Generator, code: torch.Tensor) -> float:
    """The share of an answer, its end included, that is the code's next token."""
    request = torch.randint(300, 1000, (8,), generator=generator)
    prompt = torch.cat((torch.tensor([USER]), request, torch.tensor([CODE]), code, torch.tensor([ASSISTANT])))
    with torch.no_grad():
        states = model(torch.cat((prompt, code))[None])
        likeliest = model.logits(states[0, len(prompt) - 1 :]).argmax(-1)
    return (likeliest == torch.cat((code, torch.tensor([END])))).float().mean().item()


class Induction(unittest.TestCase):
    def test_copies_without_training(self):
        model, _, generator = construct_model()
        for length in (5, 30, 60, 150):
            code = torch.randint(300, 1000, (length,), generator=generator)
            self.assertGreater(copied_share(model, generator, code), 0.97, length)

    def test_keeps_its_place_in_repetitive_code(self):
        model, _, generator = construct_model()
        for _ in range(4):
            code = torch.randint(300, 1000, (150,), generator=generator)
            code[120:128] = code[10:18]
            self.assertGreater(copied_share(model, generator, code), 0.99)

    def test_copies_code_with_a_short_repetition(self):
        model, _, generator = construct_model()
        code = torch.randint(300, 1000, (40,), generator=generator)
        code[20:26] = code[5:11]
        self.assertGreater(copied_share(model, generator, code), 0.95)

    def test_frozen_parameters_do_not_move(self):
        model, protections, generator = construct_model()
        optimizer = Optimizer(model, protections, 0.1, 0.1)
        before = {name: one.clone() for name, one in model.named_parameters()}
        for _ in range(3):
            for parameter in model.parameters():
                if parameter.requires_grad:
                    parameter.grad = torch.randn(parameter.shape, generator=generator)
            optimizer.step(1.0)
        for name, parameter in model.named_parameters():
            moved = parameter != before[name]
            still = protections[name].factor == 0 if name in protections else torch.zeros(())
            self.assertFalse((moved & still.bool()).any(), name)
            self.assertEqual(bool(still.all()), not moved.any(), name)

    def test_construct_rejects_unsuitable_sizes(self):
        with self.assertRaisesRegex(ValueError, "4 heads of 64"):
            construct(Model(Config(width=64, layers=2, heads=2)), torch.Generator())
        with self.assertRaisesRegex(ValueError, "theta"):
            construct(Model(Config(layers=3, theta=1e6)), torch.Generator())


if __name__ == "__main__":
    unittest.main()

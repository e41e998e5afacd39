import unittest

import torch

from nano.config import ASSISTANT, CODE, USER, Config
from nano.induction import construct
from nano.model import Model


class Induction(unittest.TestCase):
    def test_copies_without_training(self):
        generator = torch.Generator().manual_seed(1)
        model = Model(Config(vocabulary=1024, width=256, layers=3, heads=4, hidden=64, context=256))
        model.initialize(generator)
        construct(model, generator)
        right = total = 0
        for _ in range(4):
            code = torch.randint(300, 1000, (60,), generator=generator)
            request = torch.randint(300, 1000, (8,), generator=generator)
            prompt = torch.cat((torch.tensor([USER]), request, torch.tensor([CODE]), code, torch.tensor([ASSISTANT])))
            with torch.no_grad():
                states = model(torch.cat((prompt, code))[None])
                likeliest = model.logits(states[0, len(prompt) - 1 : -1]).argmax(-1)
            right += int((likeliest == code).sum())
            total += len(code)
        self.assertGreater(right / total, 0.85)

    def test_names_what_it_wants(self):
        model = Model(Config(width=64, layers=2, heads=2))
        with self.assertRaisesRegex(ValueError, "4 heads of 64"):
            construct(model, torch.Generator())


if __name__ == "__main__":
    unittest.main()

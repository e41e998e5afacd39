import io
import struct
import unittest

import numpy as np
import torch

from nano.config import CODE, PAD, SIZES, Config
from nano.data import Example, collate, read_frames
from nano.diagnose import token_kinds
from nano.export import rows_for_llama
from nano.gguf import TYPE_Q4_0, TYPE_Q8_0, pack_values, unpack_values
from nano.model import Model
from nano.optimizer import orthogonalize
from nano.restore import mean
from nano.train import pace_at


class Parts(unittest.TestCase):
    def test_read_frames_rejects_a_truncated_frame(self):
        frame = struct.pack("<4H", 7, 1, 2, 1) + struct.pack("<3H", 1, 2, 3) + bytes([30])
        [one] = read_frames(io.BytesIO(frame))
        self.assertEqual((one.family, one.kind, list(one.prompt), list(one.answer), list(one.weights)), (7, 1, [1, 2], [3], [30]))
        with self.assertRaisesRegex(ValueError, "ends within"):
            list(read_frames(io.BytesIO(frame[:-1])))

    def test_token_kinds_separates_copied_and_changed_tokens(self):
        code = list(range(10, 24))
        self.assertEqual(token_kinds(code, code), ["plain"] * 14)
        answer = [*code[:4], 99, *code[5:9], *code[11:]]
        self.assertEqual(token_kinds(code, answer), ["plain"] * 4 + ["new", "jump"] + ["after"] * 3 + ["jump"] + ["after"] * 2)

    def test_batch_has_weights_only_for_the_answer(self):
        array = lambda *values: np.array(values, np.int64)
        one = Example(0, 0, array(1, 50, CODE, 60, 3), array(70, 0), array(30, 10))
        batch = collate([one], 8, None)
        self.assertEqual(batch.tokens[0].tolist(), [1, 50, CODE, 60, 3, 70, 0, PAD])
        self.assertEqual(batch.targets[0, 4:6].tolist(), [70, 0])
        self.assertEqual(batch.weights[0].tolist(), [0, 0, 0, 0, 3, 1, 0, 0])

    def test_pace_is_constant_and_then_falls_to_zero(self):
        self.assertEqual([pace_at(share, 0.25) for share in (0, 0.5, 0.75, 1, 1.1)], [1, 1, 1, 0, 0])
        self.assertAlmostEqual(pace_at(0.875, 0.25), 0.5)

    def test_orthogonalize_brings_singular_values_close_to_one(self):
        x = torch.randn(3, 20, 8, generator=torch.Generator().manual_seed(1))
        values = torch.linalg.svdvals(orthogonalize(x, torch.float32))
        self.assertGreater(values.min().item(), 0.3)
        self.assertLess(values.max().item(), 1.4)

    def test_quantised_values_are_close_to_the_originals(self):
        values = np.random.default_rng(1).normal(size=(4, 64)).astype(np.float32)
        for kind, size, bound in ((TYPE_Q8_0, 34, 0.03), (TYPE_Q4_0, 18, 0.4)):
            stored = pack_values(values, kind)
            self.assertEqual(len(stored), values.size // 32 * size)
            self.assertLess(np.abs(unpack_values(stored, kind, values.size, 0).reshape(4, 64) - values).max(), bound)

    def test_blocks_of_zeros_stay_zeros(self):
        for kind in (TYPE_Q8_0, TYPE_Q4_0):
            self.assertFalse(unpack_values(pack_values(np.zeros(64, np.float32), kind), kind, 64, 0).any())

    def test_mean_averages_weights_and_rejects_different_sizes(self):
        models = [Model(Config(vocabulary=64, **SIZES["tiny"])) for _ in range(3)]
        for seed, one in enumerate(models):
            one.initialize(torch.Generator().manual_seed(seed))
        wanted = sum(one.embedding.detach().clone() for one in models) / 3
        torch.testing.assert_close(mean(models).embedding.detach(), wanted)
        with self.assertRaisesRegex(SystemExit, "different sizes"):
            mean([models[0], Model(Config(vocabulary=32, **SIZES["tiny"]))])

    def test_rows_for_llama_interleaves_rotary_pairs(self):
        rows = torch.arange(8.0)
        self.assertEqual(rows_for_llama(rows, 2).tolist(), [0, 2, 1, 3, 4, 6, 5, 7])


if __name__ == "__main__":
    unittest.main()

import json
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from nano.config import CODE, Config
from nano.data import Batcher, Example, Stream, blur
from nano.export import export
from nano.loader import Loader
from nano.model import Model
from nano.restore import restore

# Writes examples without end: a prompt of 5 tokens and an answer of 3.
ENGINE = """
import struct, sys
frame = struct.pack("<4H", 1, 0, 5, 3) + struct.pack("<8H", 1, 50, 2, 60, 3, 60, 61, 0) + bytes([10, 30, 10])
try:
    while True: sys.stdout.buffer.write(frame)
except BrokenPipeError: pass
"""


def example(prompt: list[int], answer: list[int]) -> Example:
    array = lambda values: np.array(values, np.int64)
    return Example(0, 0, array(prompt), array(answer), np.full(len(answer), 10))


class Loading(unittest.TestCase):
    def test_batches_are_full_and_of_one_length(self):
        batcher = Batcher(640, 128)
        short, long, endless = example([1] * 30, [2] * 30), example([1] * 60, [2] * 60), example([1] * 200, [2])
        self.assertEqual(batcher.add([short] * 9 + [long] * 4 + [endless] * 9), [])
        full = batcher.add([short, long, short])
        self.assertEqual([(length, len(one)) for length, one in full], [(64, 10), (128, 5)])

    def test_blur_keeps_tokens_of_code_and_answer(self):
        chance = np.random.default_rng(1)
        one = example([1, *range(100, 130), 70, 71, CODE, 70, 80, 3], [71, 80, 0])
        seen = [blur(one, chance, 600).prompt.tolist() for _ in range(200)]
        self.assertTrue(all(70 in prompt and 71 in prompt and prompt[-4:] == [CODE, 70, 80, 3] for prompt in seen))
        self.assertTrue(any(len(prompt) < len(one.prompt) for prompt in seen))
        self.assertTrue(any(set(prompt) - set(one.prompt.tolist()) for prompt in seen))

    def test_loader_yields_batches_and_ends_its_processes_on_close(self):
        loader = Loader(2, [sys.executable, "-c", ENGINE], 2, 640, 64, 1, 600)
        batch = next(iter(loader))
        loader.close()
        self.assertEqual(batch.tokens.shape, (10, 64))
        self.assertEqual(batch.targets[0, 4:7].tolist(), [60, 61, 0])
        self.assertEqual([one.is_alive() for one in loader._processes], [False, False])

    def test_loader_raises_a_failure_of_the_engine(self):
        loader = Loader(1, [sys.executable, "-c", "raise SystemExit(3)"], 1, 640, 64, 1, 600)
        with self.assertRaisesRegex(RuntimeError, "exit code 3"):
            next(iter(loader))
        loader.close()

    def test_stream_repeats_examples_if_the_engine_is_slow(self):
        slow = ENGINE.replace("while True: sys.stdout.buffer.write(frame)", "sys.stdout.buffer.write(frame * 40); sys.stdout.flush(); __import__(\"signal\").pause()")
        stream = Stream([sys.executable, "-c", slow], 1, 640, 64, 1, 600, kept=20)
        batches = [batch for batch, _ in zip(stream, range(300))]
        stream.close()
        self.assertGreater(sum(batch.repeated for batch in batches), 1000)
        self.assertEqual(batches[-1].targets[0, 4:7].tolist(), [60, 61, 0])

    def test_loader_raises_a_failure_of_batching(self):
        loader = Loader(1, [sys.executable, "-c", ENGINE], 1, 640, 64, 1, 10)
        with self.assertRaisesRegex(IndexError, "out of bounds"):
            next(iter(loader))
        loader.close()

    def test_restored_model_is_close_to_the_exported_one(self):
        config = Config(vocabulary=32, width=64, layers=2, heads=2, hidden=96, context=128)
        model = Model(config)
        model.initialize(torch.Generator().manual_seed(1))
        with tempfile.TemporaryDirectory() as folder:
            tokenizer, weights = Path(folder, "tokenizer.json"), Path(folder, "weights.gguf")
            tokenizer.write_text(json.dumps({"tokens": [f"t{id}" for id in range(32)], "merges": []}))
            for precision, bound in (("f16", 0.002), ("q8_0", 0.03), ("q4_0", 0.4)):
                export({"config": config.to_dict(), "model": model.state_dict()}, tokenizer, weights, precision, "test")
                restored = restore(weights.read_bytes())
                self.assertEqual(restored.config, config)
                for (name, one), other in zip(model.named_parameters(), restored.parameters()):
                    self.assertLess((one - other).abs().max().item(), bound, name)


if __name__ == "__main__":
    unittest.main()

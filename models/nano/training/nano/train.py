"""python3 -m nano.train: trains from scratch or from a checkpoint, on CUDA if available."""

import argparse
import json
import math
import os
import shutil
import signal
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from . import checkpoint, plot
from .checkpoint import Progress
from .config import SIZES, Config
from .data import Batch, Stream
from .evaluate import measure_all
from .induction import Protection, construct
from .loader import Loader
from .model import Model, run_layer
from .optimizer import Optimizer

WARM_UP_STEPS = 60
LOG_EVERY = 20


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoint, log and plot")
    parser.add_argument("--engine", required=True, help="the data engine's bundle, data.mjs")
    parser.add_argument("--node", default="node", help="Node.js executable that runs it")
    parser.add_argument("--snippets", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--measures", type=Path, help="folder of the measures")
    parser.add_argument("--size", choices=SIZES, default="8m")
    parser.add_argument("--format", choices=("whole", "lines"), default="whole")
    parser.add_argument("--share", help="a family's minimum share of the examples, such as for-to-while=0.3")
    parser.add_argument("--init", choices=("induction", "random"), default="induction")
    parser.add_argument("--minutes", type=float, help="length of the whole training, over all runs")
    parser.add_argument("--tokens", type=float, help="length of the whole training in tokens instead of minutes")
    parser.add_argument("--decay", type=float, default=0.3, help="last part of the training, as a share, in which the learning rates fall to zero")
    parser.add_argument("--stop-after", type=float, default=math.inf, help="minutes of this run; a later run continues")
    parser.add_argument("--checkpoint-every", type=float, default=5, help="minutes")
    parser.add_argument("--measure-every", type=float, default=15, help="minutes")
    parser.add_argument("--measure-most", type=int, default=300, help="maximum number of examples per measure during training")
    parser.add_argument("--batch-tokens", type=int, default=4096)
    parser.add_argument("--longest", type=int, default=420, help="maximum length of an example in tokens")
    parser.add_argument("--workers", type=int, default=1, help="processes of the data engine")
    parser.add_argument("--loaders", type=int, default=1, help="processes that make batches, on CUDA")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--matrices", choices=("muon", "adam"), default="muon", help="optimizer of the matrices; adam is for tuning with small batches")
    parser.add_argument("--matrix-rate", type=float, default=0.02)
    parser.add_argument("--other-rate", type=float, default=0.003)
    parser.add_argument("--bf16", choices=("auto", "yes", "no"), default="auto")
    parser.add_argument("--compile", choices=("auto", "yes", "no"), default="auto", help="auto: on CUDA")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if (args.minutes is None) == (args.tokens is None):
        parser.error("give the length of the training: either --minutes or --tokens")
    return args


def has_fast_bf16(device: torch.device) -> bool:
    if device.type == "cuda":
        return True
    try:
        return any(flag in Path("/proc/cpuinfo").read_text() for flag in ("avx512_bf16", "amx_bf16"))
    except OSError:
        return False


def pace_at(share: float, decay: float) -> float:
    """Returns the factor of the learning rates after `share` of the training: one, then linear to zero at the end."""
    return max(0.0, min(1.0, (1 - share) / decay))


def score(states: Tensor, embedding: Tensor, chosen: Tensor, weights: Tensor) -> tuple[Tensor, Tensor]:
    """Returns the weighted mean loss, and the share of the answers' tokens that are the likeliest."""
    logits = F.linear(states, embedding.to(states.dtype)).float()
    each = F.cross_entropy(logits, chosen, reduction="none")
    answers = weights >= 0.9
    right = ((logits.argmax(-1) == chosen) & answers).sum() / answers.sum().clamp(min=1)
    return (each * weights).sum() / weights.sum().clamp(min=1e-6), right


class Training:
    def __init__(self, args: argparse.Namespace):
        self.args = args
        args.out.mkdir(parents=True, exist_ok=True)
        torch.set_num_threads(args.threads)
        torch.manual_seed(args.seed)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        bf16 = args.bf16 == "yes" or (args.bf16 == "auto" and has_fast_bf16(self.device))
        compute = torch.bfloat16 if bf16 else torch.float32
        if self.device.type == "cuda":
            torch.backends.cuda.matmul.allow_tf32 = True
        self.compiles = args.compile == "yes" or (args.compile == "auto" and self.device.type == "cuda")
        self.path = args.out / "checkpoint.pt"
        self.progress = Progress()
        self.is_stopped = False
        self.protections: dict[str, Protection] = {}
        vocabulary = len(json.loads(args.tokenizer.read_text())["tokens"])
        state = checkpoint.load(self.path) if self.path.exists() else None
        self.config = Config(**state["config"]) if state else Config(vocabulary=vocabulary, **SIZES[args.size])
        if self.config.vocabulary != vocabulary:
            raise SystemExit(f"{self.path} was trained with a different tokenizer than {args.tokenizer}")
        self.model = Model(self.config, compute)
        if state:
            self.model.load_state_dict(state["model"])
            self.protections = {name: Protection(factor) for name, factor in state["protections"].items()}
            self.progress = Progress(**state["progress"])
        else:
            generator = torch.Generator().manual_seed(args.seed)
            self.model.initialize(generator)
            if args.init == "induction":
                self.protections = construct(self.model, generator)
        self.model.to(self.device)
        self.optimizer = Optimizer(self.model, self.protections, args.matrix_rate, args.other_rate, compute=compute, matrices=args.matrices)
        if state:
            self.optimizer.load(state["optimizer"])
        self.progress.runs += 1
        # All layers share one compiled layer: compiling the whole model would take minutes for every length.
        compiled = (lambda one: torch.compile(one, dynamic=True)) if self.compiles else (lambda one: one)
        self.run_layer, self.score = compiled(run_layer), compiled(score)
        self.log(
            event="start",
            run=self.progress.runs,
            device=str(self.device),
            dtype=str(compute).removeprefix("torch."),
            compiled=self.compiles,
            parameters=sum(one.numel() for one in self.model.parameters()),
            size=args.size,
            format=args.format,
            init=args.init,
        )

    def log(self, **entry) -> None:
        entry = {"minutes": round(self.progress.seconds / 60, 2), "steps": self.progress.steps, "tokens": self.progress.tokens, **entry}
        line = json.dumps(entry)
        print(line, flush=True)
        with open(self.args.out / "log.jsonl", "a") as log:
            log.write(f"{line}\n")

    def share(self) -> float:
        """Returns the completed share of the training, 0 to 1."""
        if self.args.minutes is not None:
            return self.progress.seconds / (self.args.minutes * 60)
        return self.progress.tokens / self.args.tokens

    def step(self, batch: Batch):
        # The product with the vocabulary is expensive, so it is computed only for tokens with a weight.
        at = np.flatnonzero(batch.weights)
        arrays = (batch.tokens, at, batch.targets.reshape(-1)[at].astype(np.int64), batch.weights.reshape(-1)[at])
        tokens, at, chosen, weights = (self._on_device(one) for one in arrays)
        states = self.model(tokens, self.run_layer).flatten(0, 1).index_select(0, at)
        loss, right = self.score(states, self.model.embedding, chosen, weights)
        loss.backward()
        pace = pace_at(self.share(), self.args.decay) * min(1.0, (self.progress.steps + 1) / WARM_UP_STEPS)
        self.optimizer.step(pace)
        self.progress.steps += 1
        self.progress.tokens += batch.tokens.size
        return loss.detach(), right.detach(), pace

    def _on_device(self, array: np.ndarray) -> Tensor:
        tensor = torch.from_numpy(np.ascontiguousarray(array))
        return tensor.pin_memory().to(self.device, non_blocking=True) if self.device.type == "cuda" else tensor

    def save(self) -> None:
        checkpoint.save(self.path, self.config, self.model, self.optimizer.state(), self.protections, self.progress)
        if self.share() <= 1 - self.args.decay:
            shutil.copyfile(self.path, self.args.out / "full-pace.pt")
        plot.draw(self.args.out / "log.jsonl", self.args.out / "curve.svg")

    def measure(self, most: int | None) -> None:
        if self.args.measures is None:
            return
        self.model.eval()
        for name, score in measure_all(self.model, self.args.measures, most).items():
            self.log(event="measure", name=name, **score)
        self.model.train()

    def stop(self, *_: object) -> None:
        """Ends the training after the current step; the next signal ends it immediately."""
        self.is_stopped = True
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, signal.SIG_DFL)

    def run(self) -> None:
        args = self.args
        command = [args.node, args.engine, "stream", "--snippets", str(args.snippets), "--tokenizer", str(args.tokenizer), "--format", args.format]
        command += ["--share", args.share] if args.share else []
        longest = min(args.longest, self.config.context)
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, self.stop)
        stream_arguments = (command, args.workers, args.batch_tokens, longest, args.seed * 100 + self.progress.runs, self.config.vocabulary)
        stream = Loader(args.loaders, *stream_arguments) if self.device.type == "cuda" else Stream(*stream_arguments)
        started = before = time.monotonic()
        seconds_before = self.progress.seconds
        saved = measured = started
        window: list = []
        seen = self.progress.tokens
        try:
            for batch in stream:
                window.append((*self.step(batch), batch.repeated))
                now = time.monotonic()
                self.progress.seconds = seconds_before + now - started
                if self.progress.steps % LOG_EVERY == 0:
                    loss = sum(one[0].item() for one in window) / len(window)
                    right = sum(one[1].item() for one in window) / len(window)
                    speed = (self.progress.tokens - seen) / max(1e-9, time.monotonic() - before)
                    self.log(event="step", loss=round(loss, 4), accuracy=round(right, 4), pace=round(window[-1][2], 3), tokens_per_second=round(speed), repeated=sum(one[3] for one in window))
                    window, seen, before = [], self.progress.tokens, time.monotonic()
                if now - measured > args.measure_every * 60:
                    self.measure(args.measure_most)
                    measured = before = time.monotonic()
                if now - saved > args.checkpoint_every * 60:
                    self.save()
                    saved = before = time.monotonic()
                if self.is_stopped or self.share() >= 1 or now - started > args.stop_after * 60:
                    break
        finally:
            stream.close()
        is_done = self.share() >= 1
        # Measuring takes minutes; the training must not be lost if it is interrupted.
        self.save()
        if not self.is_stopped:
            self.measure(None if is_done else args.measure_most)
        self.log(event="done" if is_done else "stopped")
        self.save()


def main() -> None:
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    Training(arguments()).run()


if __name__ == "__main__":
    main()

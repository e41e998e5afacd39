#!/usr/bin/env bash
# train-gpu.sh MINUTES STOP_AFTER: trains the model of SIZE (default: 25m) on this machine's GPU with what carry.mjs put
# into .cache/nano/carry, MINUTES in all; from weights.gguf on, where that was carried along. Stops this run after
# STOP_AFTER minutes; run again, it goes on. SEED: of the examples; DECAY: the share of the training, at its end, in
# which the rates fall. Leaves weights in parts of 15 MiB, log and curve under $OUT (default: .cache/nano/gpu/out).
# WORK: where it works.
set -euo pipefail
cd "$(dirname "$0")/.."
minutes=${1:-24} stop_after=${2:-$minutes}
cache=$(cd ../.. && pwd)/.cache/nano
work=${WORK:-$cache/gpu}
out=${OUT:-$work/out}
mkdir -p "$work" "$out"
if [ ! -x "$work/node" ]; then
  # Nothing that is read while training may be exchanged under it.
  cp -r "$cache/carry" training "$work/"
  python3 -c 'import lzma, shutil, sys; shutil.copyfileobj(lzma.open(sys.argv[1]), open(sys.argv[2], "wb"))' \
    "$work/carry/node.xz" "$work/node"
  chmod +x "$work/node"
fi
cd "$work"
export PYTHONPATH=training PYTHONUNBUFFERED=1
if [ -e carry/weights.gguf ] && [ ! -e checkpoint.pt ]; then
  python3 -m nano.restore carry/weights.gguf checkpoint.pt
fi
python3 -m nano.train --size "${SIZE:-25m}" --init random --out . --engine carry/data.mjs --node ./node \
  --snippets carry/snippets --tokenizer carry/tokenizer.json --measures carry/measures --seed "${SEED:-1}" \
  --minutes "$minutes" --stop-after "$stop_after" --batch-tokens 131072 --longest 1536 --workers 14 --loaders 2 \
  --decay "${DECAY:-0.5}" --checkpoint-every 3 --measure-every 3
python3 -m nano.export --checkpoint checkpoint.pt --tokenizer carry/tokenizer.json \
  --out "$out/nano.f16.gguf" --precision f16 --split-mib 15
cp log.jsonl curve.svg "$out/"

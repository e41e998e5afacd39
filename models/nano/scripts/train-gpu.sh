#!/usr/bin/env bash
# train-gpu.sh MINUTES [STOP_AFTER]: trains a model on this machine's GPU, with what carry.mjs has put into the folder
# that this script is in, for MINUTES in all; from weights.gguf, if that is there. Stops this run after STOP_AFTER
# minutes; run again, it continues. Leaves weights in parts of 15 MiB, the log and the curve under $OUT.
# SIZE: of the model (default: 14m, that of the bundled one). SEED: of the examples. DECAY: the share of the training, at
# its end, in which the learning rates fall. MEASURE_EVERY: minutes. OUT: default WORK/out. WORK: where it works (default:
# the folder "gpu" beside its own, so that a fresh copy of that one leaves it alone).
set -euo pipefail
carry=$(cd "$(dirname "$0")" && pwd)
if [ ! -e "$carry/node.xz" ]; then
  echo "train-gpu.sh must be in the folder that \"npm run carry\" creates: .cache/nano/carry" >&2
  exit 2
fi
minutes=${1:-24} stop_after=${2:-$minutes}
work=${WORK:-$(dirname "$carry")/gpu}
out=${OUT:-$work/out}
mkdir -p "$work" "$out"
cd "$work"
if [ ! -x node ]; then
  # Nothing that is read while training may be exchanged under it.
  cp -r "$carry"/{training,snippets,measures,tokenizer.json} .
  [ ! -e "$carry/weights.gguf" ] || cp "$carry/weights.gguf" .
  for name in data.mjs node; do
    python3 -c 'import lzma, shutil, sys; shutil.copyfileobj(lzma.open(sys.argv[1]), open(sys.argv[2], "wb"))' \
      "$carry/$name.xz" "$name"
  done
  chmod +x node
fi
export PYTHONPATH=training PYTHONUNBUFFERED=1
if [ -e weights.gguf ] && [ ! -e checkpoint.pt ]; then
  python3 -m nano.restore weights.gguf checkpoint.pt
fi
python3 -m nano.train --size "${SIZE:-14m}" --init random --out . --engine data.mjs --node ./node --snippets snippets \
  --tokenizer tokenizer.json --measures measures --seed "${SEED:-1}" --minutes "$minutes" --stop-after "$stop_after" \
  --batch-tokens 131072 --longest 1536 --workers 14 --loaders 2 --decay "${DECAY:-0.5}" --checkpoint-every 3 \
  --measure-every "${MEASURE_EVERY:-3}"
python3 -m nano.export --checkpoint checkpoint.pt --tokenizer tokenizer.json --out "$out/nano.f16.gguf" \
  --precision f16 --split-mib 15
cp log.jsonl curve.svg "$out/"

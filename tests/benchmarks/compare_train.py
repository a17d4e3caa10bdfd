#!/usr/bin/env python3
"""Holds `simxir bench train` against torch_train.py: one run of each side in turn, round after round, so that whatever else the machine does
meets both. Prints each run, then for each side the median of its rounds and the median over rounds of SimXir's views/s over the side's.

    tests/benchmarks/compare_train.py --width 64 --batch 128 --rounds 5

Sides: bf16 and fp32 (SimXir), python (PyTorch as it comes), malloc (PyTorch with glibc told to keep memory, as SimXir tells it).
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
MALLOC = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "17179869184", "MALLOC_TOP_PAD_": "67108864"}


def run(side, args):
    size = ["--width", str(args.width), "--batch", str(args.batch), "--threads", str(args.threads)]
    if side in ("bf16", "fp32"):
        command = [args.simxir, "bench", "train", "--precision", side, "--steps", str(args.steps), "--json", *size]
    else:
        command = [args.python, HERE / "torch_train.py", "--workers", str(args.workers), "--warm-up", str(args.warm_up),
                   "--steps", str(args.python_steps), *size]
    environment = {**os.environ, **(MALLOC if side == "malloc" else {})}
    figure = json.loads(subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)
    config = figure["config"]
    print(f"{side:12} {figure['value']:8.1f} views/s  step {config['stepSeconds']:.3f} s ({config['fastestStepSeconds']:.3f} to "
          f"{config['slowestStepSeconds']:.3f})  peak {config['peakResidentBytes'] / 2**20:.0f} MiB"
          + (f"  managed {config['managedBytesPerStep'] / 1024:.0f} KiB/step" if "managedBytesPerStep" in config else ""), flush=True)
    return figure["value"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--simxir", default=str(HERE.parent.parent / "src/SimXir.Cli/bin/Release/net10.0/simxir"))
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--width", type=int, default=64)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--python-steps", type=int, default=6)
    parser.add_argument("--warm-up", type=int, default=2)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sides", nargs="+", choices=["bf16", "fp32", "python", "malloc"], default=["bf16", "python", "fp32", "malloc"])
    args = parser.parse_args()

    rounds = [{side: run(side, args) for side in args.sides} for _ in range(args.rounds)]
    for side in args.sides:
        line = f"{side:12} median {statistics.median(r[side] for r in rounds):8.1f} views/s"
        for ours in ("bf16", "fp32"):
            if ours in args.sides and ours != side:
                ratios = [r[ours] / r[side] for r in rounds]
                line += f"   {ours} is {statistics.median(ratios):.2f} x ({min(ratios):.2f} to {max(ratios):.2f})"
        print(line)


if __name__ == "__main__":
    main()

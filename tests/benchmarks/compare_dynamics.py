#!/usr/bin/env python3
"""Holds `simxir bench dynamics` against the loop of the paper's Table 4, in PyTorch as printed there, side by side: the loop is timed over some
steps between two runs of SimXir, and its time for all steps is in proportion, for every step does the same work.

    tests/benchmarks/compare_dynamics.py --points 2000 --neighbours 251 --steps 500 --rounds 3
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import time

import torch

HERE = pathlib.Path(__file__).parent


def avg_mean(inps, reps, eps):
    new_reps = torch.zeros_like(reps)
    for i in range(reps.shape[0]):
        dists = ((inps - inps[i]) ** 2).sum(dim=1).sqrt()
        new_reps[i] = reps[dists < eps].mean(dim=0)
    return new_reps


def ours(args):
    command = [args.simxir, "bench", "dynamics", "--json"]
    for name in ("points", "neighbours", "steps", "threads"):
        command += [f"--{name}", str(getattr(args, name))]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--simxir", default=str(HERE.parent.parent / "src/SimXir.Cli/bin/Release/net10.0/simxir"))
    parser.add_argument("--points", type=int, default=2000)
    parser.add_argument("--neighbours", type=int, default=251, help="251 of 2,000 in the unit square are Table 4's eps of 0.2")
    parser.add_argument("--steps", type=int, default=500)
    parser.add_argument("--python-steps", type=int, default=25, help="all of --steps to take nothing as given")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(0)
    inps, reps = torch.rand(args.points, 2, dtype=torch.float64), torch.rand(args.points, 2, dtype=torch.float64)

    ratios = []
    for _ in range(args.rounds):
        before = ours(args)
        start = time.perf_counter()
        for _ in range(args.python_steps):
            reps = avg_mean(inps, reps, before["config"]["radius"])
        table4 = (time.perf_counter() - start) / args.python_steps * args.steps
        after = ours(args)
        mine = (before["value"] + after["value"]) / 2
        ratios.append(table4 / mine)
        print(f"Table 4 {table4:8.1f} s   simxir {before['value']:.3f} s and {after['value']:.3f} s   {ratios[-1]:6.0f} x", flush=True)
    print(f"median {statistics.median(ratios):.0f} x ({min(ratios):.0f} to {max(ratios):.0f})")


if __name__ == "__main__":
    main()

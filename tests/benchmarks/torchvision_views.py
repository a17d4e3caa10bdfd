#!/usr/bin/env python3
"""Views a second of SimSiam's CIFAR recipe by torchvision's transforms on PIL images, one process and one thread: what
`simxir bench augment` is compared with. The images are PIL images in memory before the clock starts, so reading is not counted.

Needs torch, torchvision and Pillow (Debian: python3-torchvision). Prints one object:
{"name": ..., "value": median views/s, "unit": "views/s", "config": {...}}
"""
import argparse
import json
import statistics
import sys
import time

import numpy
import PIL
import torch
import torchvision
from torchvision import transforms

MEAN, STD = (0.4914, 0.4822, 0.4465), (0.2470, 0.2435, 0.2616)


def recipe():
    """MoCo v2's augmentation as SimSiam has it for CIFAR: crops of 0.2 to 1 of the area, no blur."""
    return transforms.Compose([
        transforms.RandomResizedCrop(32, scale=(0.2, 1.0)),
        transforms.RandomApply([transforms.ColorJitter(0.4, 0.4, 0.4, 0.1)], p=0.8),
        transforms.RandomGrayscale(p=0.2),
        transforms.RandomHorizontalFlip(),
        transforms.ToTensor(),
        transforms.Normalize(MEAN, STD),
    ])


def images(count):
    """Smooth random colour images: a random image of 4x4 pixels, enlarged."""
    random = numpy.random.default_rng(0)
    small = random.integers(0, 256, (count, 4, 4, 3), dtype=numpy.uint8)
    return [PIL.Image.fromarray(pixels).resize((32, 32), PIL.Image.Resampling.BICUBIC) for pixels in small]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=int, default=500, help="images, each drawn once a repeat (default %(default)s)")
    parser.add_argument("--repeats", type=int, default=20, help="timed repeats, after one that is not (default %(default)s)")
    options = parser.parse_args()

    torch.set_num_threads(1)
    torch.manual_seed(0)
    transform, pictures = recipe(), images(options.images)
    speeds = []
    for repeat in range(options.repeats + 1):
        start = time.perf_counter()
        for picture in pictures:
            transform(picture)
        if repeat > 0:
            speeds.append(len(pictures) / (time.perf_counter() - start))
    json.dump({
        "name": "torchvision-views",
        "value": round(statistics.median(speeds), 1),
        "unit": "views/s",
        "config": {
            "images": options.images,
            "repeats": options.repeats,
            "slowest": round(min(speeds), 1),
            "fastest": round(max(speeds), 1),
            "threads": 1,
            "python": sys.version.split()[0],
            "torch": torch.__version__,
            "torchvision": torchvision.__version__,
            "pillow": PIL.__version__,
        },
    }, sys.stdout)
    print()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes the sample: the first images of each class, in file order. Needs Debian's dataset-fashion-mnist; ./README.md says more."""
import gzip
import os
import struct
import sys

SOURCE = "/usr/share/datasets/fashion-mnist"
PER_CLASS = {"train": 300, "t10k": 100}


def read(name, header_bytes):
    with gzip.open(os.path.join(SOURCE, name + ".gz")) as file:
        file.read(header_bytes)
        return file.read()


def write(name, content):
    with open(os.path.join(os.path.dirname(sys.argv[0]) or ".", name + ".gz"), "wb") as file:
        file.write(gzip.compress(content, 9, mtime=0))


for split, per_class in PER_CLASS.items():
    pixels = read(split + "-images-idx3-ubyte", 16)
    labels = read(split + "-labels-idx1-ubyte", 8)
    taken, chosen = [0] * 10, []
    for index, label in enumerate(labels):
        if taken[label] < per_class:
            taken[label] += 1
            chosen.append(index)
    images = b"".join(pixels[784 * index:784 * (index + 1)] for index in chosen)
    write(split + "-images-idx3-ubyte", struct.pack(">IIII", 0x803, len(chosen), 28, 28) + images)
    write(split + "-labels-idx1-ubyte", struct.pack(">II", 0x801, len(chosen)) + bytes(labels[index] for index in chosen))

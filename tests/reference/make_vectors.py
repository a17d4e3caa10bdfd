#!/usr/bin/env python3
"""Writes a directory of reference vectors for `simxir selftest --reference DIR`, computed in Python from formulas written here.

    make_vectors.py DIR --seed 7 [--sizes small|varied]

Needs PyTorch 1.13, torchvision 0.14 and scikit-learn 1.2 (Debian 12: apt install python3-torchvision python3-sklearn). Any seed gives a
directory with the same file and tensor names and other numbers. With `varied` the seed draws the sizes, the temperature, eps and the
neighbour counts as well; with `small`, the default, they are those of the set that ships inside the program:

    make_vectors.py src/SimXir.Method/SelfTests/Vectors --seed 1936

What training code computes in float32 is computed here in float64 and rounded at the end.
"""
import argparse
import collections
import copy
import itertools
import json
import os
import struct

import numpy as np
import sklearn.cluster
import sklearn.datasets
import sklearn.neighbors
import torch
import torchvision
from torch.nn import functional as F
from torchvision.transforms import functional as TF

STEPS = 6
SMALL = dict(width=2, images=3, side=16, batch=6, dims=12, queue=8, tau=0.2, inputs=5, outputs=3, views=1, bank=160, queries=24, features=8,
             classes=4, ks=[5, 7, 11, 15, 17, 21], points=40, groups=3, eps=0.35, channels=3)


def varied(rng):
    return dict(
        width=int(rng.choice([3, 4, 5, 6, 16])), images=int(rng.integers(5, 12)), side=32,
        batch=int(rng.integers(20, 40)), dims=int(rng.integers(40, 90)), queue=int(rng.integers(30, 99)),
        tau=round(float(rng.uniform(0.07, 0.5)), 3), inputs=int(rng.integers(4, 9)),
        outputs=int(rng.integers(2, 8)), views=int(rng.integers(5, 20)), bank=int(rng.integers(300, 900)), queries=int(rng.integers(50, 200)),
        features=int(rng.integers(10, 50)), classes=int(rng.integers(3, 12)), ks=sorted(int(k) for k in rng.choice(range(1, 40), 5, False)),
        points=int(rng.integers(80, 200)), groups=int(rng.integers(2, 6)), eps=round(float(rng.uniform(0.25, 0.45)), 3),
        channels=int(rng.integers(3, 9)))


# ---- the file format -------------------------------------------------------------------------------------------------------------------

TYPES = {"float32": "F32", "float64": "F64", "int64": "I64"}


def write(path, tensors, about, **metadata):
    """safetensors: the header's length, the header, the data."""
    header, data, at = {"__metadata__": {"about": about, **{name: str(text) for name, text in metadata.items()}}}, [], 0
    for name, value in tensors.items():
        array = np.asarray(value.detach().numpy() if torch.is_tensor(value) else value)
        content = array.tobytes()
        header[name] = {"dtype": TYPES[str(array.dtype)], "shape": list(array.shape), "data_offsets": [at, at + len(content)]}
        data.append(content)
        at += len(content)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(data))


def single(tensors):
    """What was computed in float64, as float32."""
    return {name: value.detach().float() if torch.is_tensor(value) and value.dtype == torch.float64 else value for name, value in tensors.items()}


def normal(*shape):
    """Numbers that float32 holds exactly, in float64."""
    return torch.randn(*shape).double()


def uniform(low, high, count):
    return (low + (high - low) * torch.rand(count)).float()


# ---- the backbone ----------------------------------------------------------------------------------------------------------------------

def resnet18(width):
    """torchvision's ResNet-18 with a stem for small images, another width and no classifier."""
    block = torchvision.models.resnet.BasicBlock
    net = torchvision.models.ResNet(block, [2, 2, 2, 2])
    net.conv1, net.bn1 = torch.nn.Conv2d(3, width, 3, 1, 1, bias=False), torch.nn.BatchNorm2d(width)
    net.maxpool, net.fc, net.inplanes = torch.nn.Identity(), torch.nn.Identity(), width
    for stage in range(4):
        setattr(net, f"layer{stage + 1}", net._make_layer(block, width << stage, 2, stride=1 if stage == 0 else 2))
    return net


def train(net, x):
    out = net.train()(x)
    out.pow(2).sum().backward()
    parameters = dict(net.named_parameters())
    return out, {name: parameters[name].grad for name in ["conv1.weight", "layer2.0.downsample.0.weight", "layer4.1.bn2.bias"]}


def backbone(path, size):
    net = resnet18(size["width"]).double()
    with torch.no_grad():
        for name, value in net.state_dict().items():
            if name.endswith("num_batches_tracked"):
                continue
            if value.dim() == 4:
                value.copy_(normal(*value.shape) * (2 / value[0].numel()) ** 0.5)
            elif name.endswith("running_var") or name.endswith("weight"):
                value.copy_(1 + 0.2 * torch.rand(value.shape))
            else:
                value.copy_(0.1 * normal(*value.shape))
            value.copy_(value.float())
    tensors = {f"state.{name}": value.clone() for name, value in net.state_dict().items()}
    while True:
        x = normal(size["images"], 3, size["side"], size["side"])
        out, gradients = train(copy.deepcopy(net), x)
        rounded = train(copy.deepcopy(net).float(), x.float())[1]
        # Where rounding decides the side of a ReLU's input, the gradient is not one number: then other images.
        if all((gradients[name] - rounded[name]).abs().max() < 1e-5 * gradients[name].abs().max() for name in gradients):
            break
    tensors.update({"x": x, "train.out": out, **{f"train.grad.{name}": gradients[name] for name in gradients}})
    net.train()(x)
    buffers = dict(net.named_buffers())
    for layer, kind in itertools.product(["bn1", "layer4.1.bn1", "layer4.1.bn2"], ["running_mean", "running_var"]):
        tensors[f"after.{layer}.{kind}"] = buffers[f"{layer}.{kind}"].clone()
    tensors["eval.out"] = net.eval()(x)
    write(path, single(tensors), f"ResNet-18, CIFAR stem, width {size['width']}; state.*: weights before; train.out / train.grad.*: "
          "sum(out^2) backward in train mode; after.*: BatchNorm buffers after that one forward; eval.out: forward in eval mode after it")


def layouts(path):
    nets = {"resnet18_cifar": resnet18(64), "resnet50": torchvision.models.resnet50()}
    shapes = {arch: {name: list(value.shape) for name, value in net.state_dict().items()} for arch, net in nets.items()}
    with open(path, "w") as file:
        json.dump(shapes, file, separators=(",", ":"))


# ---- losses ----------------------------------------------------------------------------------------------------------------------------

def losses(path, size):
    tau, weight, unit = size["tau"], 0.005, lambda v: v / v.pow(2).sum(1, keepdim=True).sqrt()
    given = {name: normal(size["batch"], size["dims"]) for name in ["z1", "z2", "p1", "p2"]}
    given["queue"] = unit(normal(size["queue"], size["dims"])).float().double()

    def cos(a, b):
        return (unit(a) * unit(b)).sum(1)

    def simclr(v):
        z = unit(torch.cat([v["z1"], v["z2"]]))
        count = len(z)
        logits = (z @ z.T / tau).masked_fill(torch.eye(count, dtype=torch.bool), -float("inf"))
        positive = torch.arange(count).roll(count // 2)
        return -logits.log_softmax(1)[torch.arange(count), positive].mean()

    def moco(v):
        q, k = unit(v["z1"]), unit(v["z2"]).detach()
        logits = torch.cat([(q * k).sum(1, keepdim=True), q @ v["queue"].T], 1) / tau
        return -logits.log_softmax(1)[:, 0].mean()

    def barlowtwins(v):
        s1, s2 = (F.batch_norm(v[name], None, None, training=True) for name in ["z1", "z2"])
        c = torch.einsum("bi,bj->ij", s1, s2) / len(s1)
        apart = ~torch.eye(len(c), dtype=torch.bool)
        return (1 - c.diagonal()).pow(2).sum() + weight * c[apart].pow(2).sum()

    functions = {
        "simclr": (simclr, ["z1", "z2"]),
        "moco": (moco, ["z1"]),
        "simsiam": (lambda v: -(cos(v["p1"], v["z2"].detach()).mean() + cos(v["p2"], v["z1"].detach()).mean()) / 2, ["p1", "p2"]),
        "byol": (lambda v: (4 - 2 * cos(v["p1"], v["z2"].detach()) - 2 * cos(v["p2"], v["z1"].detach())).mean(), ["p1", "p2"]),
        "simxir": (lambda v: (v["z1"] - v["z2"].detach()).pow(2).sum(1).mean(), ["z1"]),
        "simxir_spherical": (lambda v: (unit(v["z1"]) - unit(v["z2"]).detach()).pow(2).sum(1).mean(), ["z1"]),
        "barlowtwins": (barlowtwins, ["z1", "z2"]),
    }
    tensors = dict(given)
    for name, (function, wanted) in functions.items():
        leaves = {key: value.clone().requires_grad_() for key, value in given.items()}
        loss = function(leaves)
        loss.backward()
        tensors[name] = loss.reshape(1)
        tensors.update({f"{name}.grad.{key}": leaves[key].grad for key in wanted})
    write(path, single(tensors), "simclr: NT-Xent over 2B views; moco: InfoNCE of normalised z1 against z2 (positive) and queue; simsiam: "
          "symmetric negative cosine; byol: symmetric 2-2cos, summed; simxir: mean over the batch of squared l2 (sum over dims), target "
          "z2 detached; barlowtwins: (1 - c_ii)^2 summed, plus lambda times the other c_ij^2, c of z1 and z2 standardised over the batch", tau=tau,
          **{"lambda": weight})


# ---- optimizers ------------------------------------------------------------------------------------------------------------------------

class Larc(torch.optim.SGD):
    """LARC without clipping around SGD: weight decay goes into the gradient, which is then scaled by trust |w| / (|g| + wd |w| + eps)."""

    def __init__(self, parameters, trust, eps, weight_decay, **rates):
        super().__init__(parameters, **rates)
        self.scaling = trust, eps, weight_decay

    @torch.no_grad()
    def step(self):
        trust, eps, decay = self.scaling
        for w in self.param_groups[0]["params"]:
            size, slope = w.norm(), w.grad.norm()
            if size != 0 and slope != 0:
                w.grad.add_(w, alpha=decay).mul_(trust * size / (slope + decay * size + eps))
        super().step()


def optimizer(path, size, build, about):
    w, b = normal(size["outputs"], size["inputs"]).requires_grad_(), normal(size["outputs"]).requires_grad_()
    x, y = normal(24, size["inputs"]), normal(24, size["outputs"])
    tensors = {"w0": w.detach().clone(), "b0": b.detach().clone(), "X": x, "Y": y}
    rule = build([w, b])
    for step in range(1, STEPS + 1):
        rule.zero_grad()
        F.mse_loss(x @ w.T + b, y).backward()
        rule.step()
        tensors.update({f"w{step}": w.detach().clone(), f"b{step}": b.detach().clone()})
    write(path, single(tensors), about)


def optimizers(folder, size):
    optimizer(os.path.join(folder, "sgd.safetensors"), size, lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=5e-4),
              "SGD lr .1 momentum .9 weight decay 5e-4; mse_loss(X w^T + b, Y); w0..w6, b0..b6")
    optimizer(os.path.join(folder, "lars.safetensors"), size, lambda p: Larc(p, 0.001, 1e-8, 1e-4, lr=0.1, momentum=0.9),
              "LARS (LARC, clip=False) trust .001 eps 1e-8, lr .1, momentum .9, weight decay 1e-4 folded into the gradient before scaling; "
              "same loss")


# ---- views -----------------------------------------------------------------------------------------------------------------------------

def augment(path, size, rng):
    count = size["views"]
    smooth = F.interpolate(torch.rand(count, 3, 8, 8), size=32, mode="bicubic", align_corners=False).clamp(0, 1)
    images = (0.8 * smooth + 0.2 * torch.rand(count, 3, 32, 32)).clamp(0, 1)
    boxes = []
    for _ in range(count):
        height, width = (int(v) for v in rng.integers(4, 33, 2))
        boxes.append([int(rng.integers(0, 33 - height)), int(rng.integers(0, 33 - width)), height, width])
    factors = {name: uniform(0.6, 1.4, count) for name in ["brightness", "contrast", "saturation"]}
    factors["hue"], sigma = uniform(-0.1, 0.1, count), uniform(0.1, 2, count)

    def each(function, values):
        return torch.stack([function(image, value) for image, value in zip(images, values)])

    tensors = {"images": images, "crop.boxes": torch.tensor(boxes), "crop.out": each(lambda i, box: TF.resized_crop(i, *box, [32, 32]), boxes)}
    for name, values in factors.items():
        change = getattr(TF, f"adjust_{name}")
        tensors[f"{name}.factor"], tensors[f"{name}.out"] = values, each(change, values.tolist())
    tensors["grayscale.out"] = TF.rgb_to_grayscale(images, 3)
    tensors["hflip.out"] = TF.hflip(images)
    tensors["blur.sigma"], tensors["blur.out"] = sigma, each(lambda i, s: TF.gaussian_blur(i, [3, 3], [s, s]), sigma.tolist())
    write(path, tensors, "crop.boxes: top,left,height,width -> 32x32 bilinear, align_corners=False, no antialias; factors are per image; "
          "blur kernel 3x3")


# ---- neighbours ------------------------------------------------------------------------------------------------------------------------

def knn(path, size, rng):
    classes = size["classes"]
    centres = 2 * rng.normal(size=(classes, size["features"]))

    def draw(count):
        labels = rng.integers(0, classes, count)
        scale = rng.uniform(0.5, 2, (count, 1))
        return (scale * (centres[labels] + 2.5 * rng.normal(size=(count, size["features"])))).astype(np.float32), labels

    (bank, bank_labels), (queries, query_labels) = draw(size["bank"]), draw(size["queries"])
    tensors = {"bank": bank, "bank.labels": bank_labels, "queries": queries, "query.labels": query_labels}
    accuracy = {}
    for metric, k in itertools.product(["cosine", "euclidean"], size["ks"]):
        judge = sklearn.neighbors.KNeighborsClassifier(k, metric=metric, algorithm="brute").fit(bank.astype(float), bank_labels)
        tensors[f"{metric}.{k}"] = judge.predict(queries.astype(float))
        accuracy[f"{metric}.{k}"] = round(float((tensors[f"{metric}.{k}"] == query_labels).mean()), 3)
    write(path, tensors, "sklearn KNeighborsClassifier, uniform votes, brute; a tie goes to the smallest label", accuracy=json.dumps(accuracy))


# ---- dynamics --------------------------------------------------------------------------------------------------------------------------

def averaging(points, near):
    """(N, N): row x averages over the neighbours of x."""
    distances = np.sqrt(((points[:, None] - points[None]) ** 2).sum(-1))
    weights = near(distances).astype(float)
    return weights / weights.sum(1, keepdims=True)


def dynamics(path, size, rng):
    group = np.arange(size["points"]) % size["groups"]
    inputs = rng.uniform(0, 1, (size["points"], 2)) + 2.0 * np.stack([group % 2, group // 2], 1)
    angle = rng.uniform(0, np.pi / 2, size["points"])
    reps, sphere = 2 * rng.normal(size=(size["points"], 2)), np.stack([np.cos(angle), np.sin(angle)], 1)
    tensors = {"inputs": inputs, "group": group, "reps": reps, "reps.sphere": sphere}
    step = averaging(inputs, lambda d: d < size["eps"])
    for t in range(1, 501):
        reps, sphere = step @ reps, step @ sphere
        sphere = sphere / np.sqrt((sphere ** 2).sum(1, keepdims=True))
        if t in (1, 10, 500):
            tensors.update({f"mean.{t}": reps, f"sphere.{t}": sphere})
    write(path, tensors, "f_t(x) = mean of f_{t-1} over {x~: |x~ - x| < eps} (strict); sphere.*: l2-normalised after each step",
          eps=size["eps"])


def iris(path):
    points, labels = sklearn.datasets.load_iris(return_X_y=True)
    step, reps, accuracy = averaging(points, lambda d: d <= 0.4), points, {}
    for t in range(51):
        clusters = sklearn.cluster.KMeans(3, n_init=10, random_state=0).fit(reps).labels_
        accuracy[str(t)] = round(max(float((np.array(names)[clusters] == labels).mean()) for names in itertools.permutations(range(3))), 4)
        reps = step @ reps
    write(path, {"points": points, "labels": labels.astype(np.int64)},
          "k-means accuracy rises from 0.8933 at t=0 to 0.9667 (the paper: 89% to 96%)", accuracy_after_t_steps=json.dumps(accuracy))


# ---- checkpoints -----------------------------------------------------------------------------------------------------------------------

class Hostile:
    """Unpickled by a reader that trusts its input, this runs a command."""

    def __reduce__(self):
        return os.system, ("touch simxir-was-here",)


def checkpoints(folder, size):
    channels, state = size["channels"], collections.OrderedDict()

    def convolution(name, inputs, side):
        state[f"backbone.{name}.weight"] = torch.randn(channels, inputs, side, side)

    def norm(name):
        for part in ["weight", "bias", "running_mean", "running_var"]:
            state[f"backbone.{name}.{part}"] = torch.rand(channels)
        state[f"backbone.{name}.num_batches_tracked"] = torch.tensor(int(torch.randint(1, 1 << 40, ())))

    convolution("conv1", 3, 7)
    norm("bn1")
    for place in (1, 2):
        convolution(f"layer1.0.conv{place}", channels, 3)
        norm(f"layer1.0.bn{place}")
    shared = torch.randn(10)
    state["head.fc.weight"] = torch.randn(6, 4).T
    state["neck.half"] = torch.randn(3, 3).half()
    state["view.a"], state["view.b"] = shared[2:6], shared[4::2]
    state["scalar"], state["empty"] = torch.randn(()), torch.zeros(0, 3)
    meta = {"mmselfsup_version": "0.x", "epoch": 20, "iter": 12345, "lr": [5e-5], "CLASSES": None, "hook_msgs": {}}
    for kind, zipped in [("zip", True), ("legacy", False)]:
        torch.save({"meta": meta, "state_dict": state}, os.path.join(folder, f"checkpoint_{kind}.pth"), _use_new_zipfile_serialization=zipped)
    torch.save({"state_dict": collections.OrderedDict(w=torch.zeros(2)), "meta": Hostile()}, os.path.join(folder, "checkpoint_hostile.pth"))
    values = {name: (value.float() if value.dtype == torch.float16 else value).contiguous() for name, value in state.items()}
    write(os.path.join(folder, "checkpoint_values.safetensors"), values,
          "what both checkpoint_*.pth hold under state_dict (halves widened to float32)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--sizes", choices=["small", "varied"], default="small")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(arguments.seed)
    rng = np.random.default_rng(arguments.seed)
    size = varied(rng) if arguments.sizes == "varied" else SMALL
    os.makedirs(arguments.folder, exist_ok=True)

    def path(name):
        return os.path.join(arguments.folder, name)

    backbone(path("resnet18_cifar_w8.safetensors"), size)
    layouts(path("state_dict_layouts.json"))
    losses(path("losses.safetensors"), size)
    optimizers(arguments.folder, size)
    augment(path("augment.safetensors"), size, rng)
    knn(path("knn.safetensors"), size, rng)
    dynamics(path("dynamics.safetensors"), size, rng)
    iris(path("iris.safetensors"))
    checkpoints(arguments.folder, size)


main()

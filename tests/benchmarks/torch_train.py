#!/usr/bin/env python3
"""SimSiam in PyTorch as its users write it: the yardstick of `simxir bench train`.

The same training step as src/SimXir.Method/Methods/SimSiam.cs: torchvision's ResNet-18 with the CIFAR stem and a width, the heads of the
paper's appendix C.2, SGD with momentum 0.9 and weight decay 5e-4; eager, fp32, NCHW, as PyTorch does it where nobody says otherwise.
Views come from torchvision's transforms on PIL images, through a DataLoader. Prints one line of JSON, as simxir does.

With --no-views all steps train on one pair of batches that was made before, so that the step alone is timed.
"""
import argparse
import json
import resource
import statistics
import time

import torch
from PIL import Image
from torch import nn
from torch.utils.data import DataLoader, Dataset
from torchvision import transforms
from torchvision.models.resnet import BasicBlock, ResNet


class Images(Dataset):
    def __init__(self, count):
        generator = torch.Generator().manual_seed(0)
        pixels = torch.randint(0, 256, (count, 32, 32, 3), dtype=torch.uint8, generator=generator).numpy()
        self.images = [Image.fromarray(image) for image in pixels]
        self.views = transforms.Compose([
            transforms.RandomResizedCrop(32, scale=(0.2, 1.0)),
            transforms.RandomApply([transforms.ColorJitter(0.4, 0.4, 0.4, 0.1)], p=0.8),
            transforms.RandomGrayscale(p=0.2),
            transforms.RandomHorizontalFlip(),
            transforms.ToTensor(),
            transforms.Normalize((0.4914, 0.4822, 0.4465), (0.2470, 0.2435, 0.2616)),
        ])

    def __len__(self):
        return len(self.images)

    def __getitem__(self, index):
        return self.views(self.images[index]), self.views(self.images[index])


def backbone(width):
    net = ResNet(BasicBlock, [1, 1, 1, 1])
    net.inplanes = width
    net.conv1 = nn.Conv2d(3, width, 3, 1, 1, bias=False)
    net.bn1 = nn.BatchNorm2d(width)
    net.maxpool = nn.Identity()
    for stage in range(4):
        setattr(net, f"layer{stage + 1}", net._make_layer(BasicBlock, width << stage, 2, 1 if stage == 0 else 2))
    net.fc = nn.Identity()
    for module in net.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
    return net


class SimSiam(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.backbone = backbone(width)
        self.projector = nn.Sequential(
            nn.Linear(8 * width, 512, bias=False), nn.BatchNorm1d(512), nn.ReLU(inplace=True),
            nn.Linear(512, 512, bias=False), nn.BatchNorm1d(512), nn.ReLU(inplace=True),
            nn.Linear(512, 128, bias=False), nn.BatchNorm1d(128, affine=False))
        self.predictor = nn.Sequential(
            nn.Linear(128, 512, bias=False), nn.BatchNorm1d(512), nn.ReLU(inplace=True),
            nn.Linear(512, 128))
        self.similarity = nn.CosineSimilarity(dim=1)

    def forward(self, x1, x2):
        z1, z2 = self.projector(self.backbone(x1)), self.projector(self.backbone(x2))
        p1, p2 = self.predictor(z1), self.predictor(z2)
        return -0.5 * (self.similarity(p1, z2.detach()).mean() + self.similarity(p2, z1.detach()).mean())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--width", type=int, default=64)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--warm-up", type=int, default=5)
    parser.add_argument("--no-views", action="store_true")
    args = parser.parse_args()

    torch.manual_seed(0)
    torch.set_num_threads(args.threads)
    model = SimSiam(args.width).train()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.03 * args.batch / 256, momentum=0.9, weight_decay=5e-4)
    count = args.warm_up + args.steps
    if args.no_views:
        batch = torch.randn(args.batch, 3, 32, 32), torch.randn(args.batch, 3, 32, 32)
        batches = iter([batch] * count)
    else:
        loader = DataLoader(Images(count * args.batch), args.batch, shuffle=True, drop_last=True, num_workers=args.workers)
        batches = iter(loader)

    seconds = []
    for step in range(count):
        start = time.perf_counter()
        x1, x2 = next(batches)
        loss = model(x1, x2)
        loss.item()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step >= args.warm_up:
            seconds.append(time.perf_counter() - start)

    median = statistics.median(seconds)
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(json.dumps({"name": "torch train", "value": 2 * args.batch / median, "unit": "views/s", "config": {
        "torch": torch.__version__, "width": args.width, "batch": args.batch, "threads": args.threads,
        "views": not args.no_views, "workers": args.workers, "steps": args.steps, "stepSeconds": median,
        "fastestStepSeconds": min(seconds), "slowestStepSeconds": max(seconds),
        "peakResidentBytes": 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, "peakWorkerBytes": 1024 * children}}))


if __name__ == "__main__":
    main()

namespace SimXir.Experiments.Tests;

/// <summary>What <see cref="Samples.Yaml"/> was planned as when engine version 2 was fixed. The first key was checked with another program.</summary>
internal static class Golden
{
    public static string FirstRecipe { get; } = """
        {"backbone":{"arch":"resnet18","maxPool":false,"stem":"cifar","width":16},
        "dataset":{"fingerprint":"fingerprint of cifar10","name":"cifar10","subset":{"seed":0,"test":500,"train":1000}},
        "engine":"2","fromEpoch":0,"kind":"pretrain","method":{"fixedPredictorLearningRate":true,"hidden":512,"name":"simsiam",
        "output":128,"predictorHidden":512},"parents":[],"precision":"fp32","pretrain":{"baseLearningRate":0.03,"batch":128,
        "blockEpochs":10,"epochs":25,"momentum":0.9,"optimizer":"sgd","schedule":"step","trustCoefficient":0.001,
        "warmupEpochs":0,"weightDecay":0.0005},"seed":0,"toEpoch":10,"views":{"blurProbability":0,"blurSigmaMax":2,
        "blurSigmaMin":0.1,"brightness":0.4,"contrast":0.4,"cropScaleMax":1,"cropScaleMin":0.2,"flipProbability":0.5,
        "grayscaleProbability":0.2,"hue":0.1,"jitterProbability":0.8,"saturation":0.4}}
        """.ReplaceLineEndings("");

    public const string Keys = """
        golden/cifar10/simsiam/0 pretrain 1/3 1d58be27416d05c8b8db75068913a8046b005e78288a5a8d84116090a8e283a7
        golden/cifar10/simsiam/0 pretrain 2/3 6a956ee4916651070bc0091eb9f36a2a7102f4099ec032dd91193883925233dc
        golden/cifar10/simsiam/0 pretrain 3/3 d248a66dd23538fc374f2cddcdcb9b91ea6ae80447918d89863b3e3081ce37ef
        golden/cifar10/simsiam/0 evaluate baseline b4c8a801fc113368c766c8ff75874de9cbdb3b4a6855c4487c2871ab114022c2
        golden/cifar10/simsiam/0 simxir 1/2 3004f6075d4b82994fbaeb1a4c5a02d5a9bdd8c5f98621eaaed3b499b1e73e67
        golden/cifar10/simsiam/0 simxir 2/2 2a83ae479d8162dfdaab881da99814cc44c2b71d2a979bbd62e298a7d65de014
        golden/cifar10/simsiam/0 evaluate simxir 4ef9f22100f69044bff0d7ee3f49ba668b2628430919e1d3cc3b77652d707e55
        golden/cifar10/simsiam/0 variant 1/2 d9471b5626993a7a017c8a2898055f22821edde094c76357d390fe4432f9bf41
        golden/cifar10/simsiam/0 variant 2/2 47d75d8d97f7525de684a7bc386770ffb78dd155e7d37fe967d211c02944076b
        golden/cifar10/simsiam/0 evaluate variant 2ebcb8dd5375511b776640e90f6a25098f70d02d490aafa1082a09e79df1ab1e
        golden/cifar10/simsiam/1 pretrain 1/3 36203d6ea08015bba0ec703d25217dcce7a51f35862d3f0461617ef42aed00f1
        golden/cifar10/simsiam/1 pretrain 2/3 f54a2640398560c1effda8cb06290faa68e3954e87241720e62c8f9c91493dbb
        golden/cifar10/simsiam/1 pretrain 3/3 09eb79eb86b53ed9a11377509b8561eebd53c966ae16bc2794d992057b573399
        golden/cifar10/simsiam/1 evaluate baseline 18d2617feddf54e3956edbd5630a05d317f27dd64926693b66d419377251dcd3
        golden/cifar10/simsiam/1 simxir 1/2 2ee4aa6a5591d13b7707d6cd25bae13bb1c1cea128ef1319f1f73e86a990975e
        golden/cifar10/simsiam/1 simxir 2/2 e73a58f267389f163a2590c8aef13583c09be37304d0e1b407c2e3aee9408602
        golden/cifar10/simsiam/1 evaluate simxir 22139cdfc63c8b68bbd4b61c50902697e7a0e613d42036cac9733c981e86f94b
        golden/cifar10/simsiam/1 variant 1/2 3bc16bce4521ba66ac980e0b6f6825071c4cbbd2b6447909eb128aebb06c8f57
        golden/cifar10/simsiam/1 variant 2/2 19e0f403109a891d871d64b7958ae7620fcec7c5897fac3d0d68e2a5ed3a712e
        golden/cifar10/simsiam/1 evaluate variant 1e93b8b26f9f488a0f595c3c072b3d734e92a4e2a713a087bf0dd809f2c54fd1
        golden/svhn/simsiam/0 pretrain 1/3 2cab83a3c50e9486eb51dc2d44832398bc1d6a68ad491423d039cac4439841eb
        golden/svhn/simsiam/0 pretrain 2/3 a22492d1fc94601dda4cf7a65126d7bf41930e70fcb700af966c5cdeb3ea7ab7
        golden/svhn/simsiam/0 pretrain 3/3 70aa8108a21e7b94d6582b4605dd55b3cb79eae6e37211a527ce20d7b5d883ca
        golden/svhn/simsiam/0 evaluate baseline ebee89706c82082f251e91f4b2415bdf2fc326e9120b433a64e0bb0df2daceeb
        golden/svhn/simsiam/0 simxir 1/2 3e0b0e80cd2164bf0e27f196e2c62fcee4463cc5746eb5462786e8135200370d
        golden/svhn/simsiam/0 simxir 2/2 b5c17d8f77df8bf9639fd84a0e8d013fa4c0dcf7c324546a333b86fd8a1ca338
        golden/svhn/simsiam/0 evaluate simxir fa023ee804d5923b6705261a692897a8631fcb90a7cbd103ac7549c1b1097c85
        golden/svhn/simsiam/0 variant 1/2 4c2e3ef046083be50ba2f56fb97bdaf178b4b76878f16a806a0f5b069aeb20ce
        golden/svhn/simsiam/0 variant 2/2 70f77c503b3a6e06e39b53ace372d09328ba5a4afdf741e0011b1b9cf6f1b9a4
        golden/svhn/simsiam/0 evaluate variant da62320f620fb6e26d2dd384802cefb526624d3859a3ef868dc32c36a8a6131b
        golden/svhn/simsiam/1 pretrain 1/3 3561af276c88a369f0b84b49bc44de421d930782813f6233422e035263ed3558
        golden/svhn/simsiam/1 pretrain 2/3 5822d46d301fcb07d9c3fb331b216429931421a784b6127c632c30ed7fd4c873
        golden/svhn/simsiam/1 pretrain 3/3 f891d885522afdebe703786d48f40487b73fe46a250cc1c2ceff52ec44a655f0
        golden/svhn/simsiam/1 evaluate baseline 65dcd1e373a129d429a764775efc6ea5fecd5c94b3abf285b25f6adec822de31
        golden/svhn/simsiam/1 simxir 1/2 513c4cbd75991004e9da6c4b7561d0c9def791cc5a77cf532dee72278a80cf81
        golden/svhn/simsiam/1 simxir 2/2 474e84a0076e9b9ebc9bef82cd3a117613f9d58400441530e3b225faabbf9537
        golden/svhn/simsiam/1 evaluate simxir 1737497126d418c027cb81e60c9fdc1f9e71a50003edbdb1032558e43423d85b
        golden/svhn/simsiam/1 variant 1/2 4e50742dd174c4b92ece12de0da3ae8d12a34570c5e57ddeaa2107dbb6dcfcda
        golden/svhn/simsiam/1 variant 2/2 ab05b7b3d7e796e3f2363323884b12dc7de88f025b7f651c6a16c9096e80022d
        golden/svhn/simsiam/1 evaluate variant cf614f4559c4ed0c120fce3be79066b42c72598dcf9f228367b1c3b18f9bab20
        """;
}

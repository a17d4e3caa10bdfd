namespace SimXir.Experiments.Tests;

/// <summary>What <see cref="Samples.Yaml"/> was planned as when engine version 3 was fixed. The first key was checked with another program.</summary>
internal static class Golden
{
    public static string FirstRecipe { get; } = """
        {"backbone":{"arch":"resnet18","maxPool":false,"stem":"cifar","width":16},
        "dataset":{"fingerprint":"fingerprint of cifar10","name":"cifar10","subset":{"seed":0,"test":500,"train":1000}},
        "engine":"3","fromEpoch":0,"kind":"pretrain","method":{"fixedPredictorLearningRate":true,"hidden":512,"name":"simsiam",
        "output":128,"predictorHidden":512},"parents":[],"precision":"fp32","pretrain":{"baseLearningRate":0.03,"batch":128,
        "blockEpochs":10,"epochs":25,"momentum":0.9,"optimizer":"sgd","schedule":"step","trustCoefficient":0.001,
        "warmupEpochs":0,"weightDecay":0.0005},"seed":0,"toEpoch":10,"views":{"blurProbability":0,"blurSigmaMax":2,
        "blurSigmaMin":0.1,"brightness":0.4,"contrast":0.4,"cropScaleMax":1,"cropScaleMin":0.2,"flipProbability":0.5,
        "grayscaleProbability":0.2,"hue":0.1,"jitterProbability":0.8,"saturation":0.4}}
        """.ReplaceLineEndings("");

    public const string Keys = """
        golden/cifar10/simsiam/0 pretrain 1/3 f4e8867855848aa308ce24bc1481d51058a716966ff1f152a29c982e55b097c9
        golden/cifar10/simsiam/0 pretrain 2/3 1b5f57741f69d9f3d9c787d2ba8e63d5bc0ccf5ce11a0fad02de67912e08831d
        golden/cifar10/simsiam/0 pretrain 3/3 0263bbc21bfeec6b9705e82d7bfc1a65b5ce4a9a03df3365b6eea31ca04691e1
        golden/cifar10/simsiam/0 evaluate baseline fca439e2f164b671a4eb48ab2bcbf142e4fb6f266dc447eb2006ee20a9bda7d7
        golden/cifar10/simsiam/0 simxir 1/2 f90698db00e7ff426244e28e3aa01f17c4c97c4014931e974534427f60635011
        golden/cifar10/simsiam/0 simxir 2/2 5f358ac6f95938b38a238c5774f0838108d422f6da6537c2d914f7ad2bece67c
        golden/cifar10/simsiam/0 evaluate simxir 3e4e452b99b7d722fb0d544f1ffdd5b634b53145651d6bcfb3a0b0e6d067a8c0
        golden/cifar10/simsiam/0 variant 1/2 cb08461e230835570c1d8a91a39a3a6ca0897d543e80415837fa7a996e6c726e
        golden/cifar10/simsiam/0 variant 2/2 90959d5ac207368657b51edcfcd26261af3206a9d9560cf654e270ebab68a3bd
        golden/cifar10/simsiam/0 evaluate variant 3be50cc6ff4d25121cc94c169b799cc65897d41d8984e2d30f024a1ff2348484
        golden/cifar10/simsiam/1 pretrain 1/3 a0c35d703b594f4446c48111437abab2503c96900aa0eb62df98cbb664fa4adf
        golden/cifar10/simsiam/1 pretrain 2/3 ff1eeb9facda4306e44f3b7917e8adf2b23e737fb5f38cc7b7578cbccfe3d2ce
        golden/cifar10/simsiam/1 pretrain 3/3 b69273dca85d54a24cc5a33a938126bc5a169b722ae5fdfa53d5006683b1f200
        golden/cifar10/simsiam/1 evaluate baseline b34fc33c1a8af4b2783826857a137bbd6989af8636ac5586b57b0177828b0711
        golden/cifar10/simsiam/1 simxir 1/2 b1ac6b368a356fb30f73f4beda2f766d5a8b8ea8b9031bcd8673c7561d333562
        golden/cifar10/simsiam/1 simxir 2/2 ca77897d2d913b228f106d446688613dcf244d3d5fe390089bb11dffe81ebe7e
        golden/cifar10/simsiam/1 evaluate simxir d0d7c5d76e11672af54fb5bf982a8b24a76d63364b21bf97bf0c982c54a8b7d0
        golden/cifar10/simsiam/1 variant 1/2 a84311ddb393f81ce8cdaa2718cefa1653181bf796fc065e7a1b6b338b90ec09
        golden/cifar10/simsiam/1 variant 2/2 969fbf98a98536a64f43fc739ae21e97ad053bfcf896409e386a510c3c8e5d41
        golden/cifar10/simsiam/1 evaluate variant c2980ff20512da648d4f8242a7872cb1acbeca2f74f93ae0a7a2c6453644c829
        golden/svhn/simsiam/0 pretrain 1/3 8a3428708411f69ffbc962c028bced38ca2c8e9beba0e29730d8a53c8e6e7d39
        golden/svhn/simsiam/0 pretrain 2/3 5ea3ce91f2e3d11c0ba57636a5d7c68e11841f7098710a75c6b3033b86f07085
        golden/svhn/simsiam/0 pretrain 3/3 5148171cb71e2367ec427c48e663177dc36ad36fd724085299d1407e16d1bd36
        golden/svhn/simsiam/0 evaluate baseline 6161aee20d5666ec6a4678efc94c691b61329ef691526179df2d1b288bc87c2b
        golden/svhn/simsiam/0 simxir 1/2 c1ba0c62e8ae3bfe131358bd540538a8bb07a1ae3592277595dbfc26d511b251
        golden/svhn/simsiam/0 simxir 2/2 117c3fbaec89e16e30f62e03a48246374cfa13928cce9a02a4b8d9dde42b5b47
        golden/svhn/simsiam/0 evaluate simxir b34b9d45d2a759ee9484e4d33347dcc33257d51dbecf1308632ae71457a0fc2c
        golden/svhn/simsiam/0 variant 1/2 ebbada877f2c099b2eda498abe74eb41ab75df53b822e31d964e0bae98d88609
        golden/svhn/simsiam/0 variant 2/2 aa84ac49860eb303670f8a14153e28416a35537407b4bf86160d83abcca285bc
        golden/svhn/simsiam/0 evaluate variant de225c79ae4473209278c46ae6c6cdd0b12633712b6d835dc813358122be1c72
        golden/svhn/simsiam/1 pretrain 1/3 5f0694dab38c91f47143bcbd88c3432aa7dabf6b5104cf44ec71d90d2ffc12fc
        golden/svhn/simsiam/1 pretrain 2/3 6463992525f269872fc5b0715303bce5af5e38b2790180715df310895419545c
        golden/svhn/simsiam/1 pretrain 3/3 0cc99774d1402d9755c39f2a2de2f00870129f06618fa8cab4c56109bacc238c
        golden/svhn/simsiam/1 evaluate baseline b9cdcfc0b6ae6309d7068ff7745b75d235c07754639c793c0aee0a7e0b94d83c
        golden/svhn/simsiam/1 simxir 1/2 3a22c397c8a2dce8c8bc1d424b02199a8bfed7bf73d83ce8134d7e6443f0d5d2
        golden/svhn/simsiam/1 simxir 2/2 d784789938481c8f0539623593f9e69aa40366f13039ffe2d4ebc9a6a38aca4e
        golden/svhn/simsiam/1 evaluate simxir 88fb54534de807c6b8cf4504460af3465499cca53598a2b4656e033b434b8d78
        golden/svhn/simsiam/1 variant 1/2 2b171fb83d824d8384992ffa225c4cedd42110c4931eb08c8bfb7b9ce850775b
        golden/svhn/simsiam/1 variant 2/2 e8ecba752ffc09fd5e9e60418b7b276e79e35e89818ec53af0c1b5ce63f17fc2
        golden/svhn/simsiam/1 evaluate variant e2b355cc7eeaee7d7993b8e3a289971d76b0399470bf3f15aa10a484ebe7a911
        """;
}

namespace SimXir.Experiments.Tests;

/// <summary>What <see cref="Samples.Yaml"/> was planned as when engine version 1 was fixed. The first key was checked with another program.</summary>
internal static class Golden
{
    public static string FirstRecipe { get; } = """
        {"backbone":{"arch":"resnet18","maxPool":false,"width":16},"dataset":{"fingerprint":"fingerprint of cifar10",
        "name":"cifar10","subset":{"seed":0,"test":500,"train":1000}},"engine":"1","fromEpoch":0,"kind":"pretrain",
        "method":"simsiam","parents":[],"precision":"fp32","pretrain":{"baseLearningRate":0.03,"batch":128,"blockEpochs":10,
        "epochs":25,"fixedPredictorLearningRate":true,"momentum":0.9,"weightDecay":0.0005},"seed":0,"toEpoch":10,
        "views":{"brightness":0.4,"contrast":0.4,"cropScaleMax":1,"cropScaleMin":0.2,"flipProbability":0.5,
        "grayscaleProbability":0.2,"hue":0.1,"jitterProbability":0.8,"saturation":0.4}}
        """.ReplaceLineEndings("");

    public const string Keys = """
        golden/cifar10/simsiam/0 pretrain 1/3 06a54fd8d8b6e4336e41c5e4431be5bab85dd0bc83d0ccaca6739a3bf5eddf26
        golden/cifar10/simsiam/0 pretrain 2/3 b28a5eadeae4c6a0d348a840fd61c463b7c2100bd81bf100e8a13a5434f8d0d7
        golden/cifar10/simsiam/0 pretrain 3/3 44c4ffc75c65075f8d82446cfe647b6cfa2db6a8d513de0911ab331fc1fff4d7
        golden/cifar10/simsiam/0 evaluate baseline f3d9c2b022e562cc53b04dffd02470bc7f175844977acc10b01d1f75d2013823
        golden/cifar10/simsiam/0 simxir 1/2 d957a05164f1ba4f646f10914f6c42e0182f9d433087c257d3e1b17f0b0f5004
        golden/cifar10/simsiam/0 simxir 2/2 05d253ae0f2f25ef0bf60cdf0d718f02a085ed07515830ed69559f69979a7b14
        golden/cifar10/simsiam/0 evaluate simxir e05772476eba6e31b586b36ac837ac912585de343710acb0d6bcd543bf9641e7
        golden/cifar10/simsiam/0 variant 1/2 09e4bd13c8ee43dd8a9dad39945de9c2b7b18e56a4a48bb2df730cd959e3d15f
        golden/cifar10/simsiam/0 variant 2/2 9b6417144e14862ac9a11bfe2579ff0744e021e2b73d15d8fd22e89da1f39243
        golden/cifar10/simsiam/0 evaluate variant 2178122217f0a31eb84b8cc6eb76563f801ec750323a75831e90921823ac4f0d
        golden/cifar10/simsiam/1 pretrain 1/3 c5f6bb372e5eeaf8130fab8455572daed2556b9af6916d4e398059c80b355d36
        golden/cifar10/simsiam/1 pretrain 2/3 7982b518c76f835b56b4eb1451b286b4550097bfad1db9c11060dd6bf6cd6662
        golden/cifar10/simsiam/1 pretrain 3/3 d8810d72263645c21c7e24277e6f646ee24268d797e141371589d9a78ede38ab
        golden/cifar10/simsiam/1 evaluate baseline 316b5df4be4e0e5bd2ba43c87e5a5a198804d1094695712b4ce3e0c384bed260
        golden/cifar10/simsiam/1 simxir 1/2 c0d26c6242c1dcc2999699b25719db248e62ff2f380b37f68e0b350477309ce6
        golden/cifar10/simsiam/1 simxir 2/2 51640bf1920b18255188ae4b6dd61d291adde6cb83bc7d1084e35d31fd59a43d
        golden/cifar10/simsiam/1 evaluate simxir 1b7c0dfff58c47abfb9efd15360cec652bbf16ff7ca882d941add0866d2bd3af
        golden/cifar10/simsiam/1 variant 1/2 cebed1a8263c0a31611ad103bfefd82c01d537587f0c5f64ecf06c9dc09af5f6
        golden/cifar10/simsiam/1 variant 2/2 b266652af5873f10a820e82bcda6d334ec4db20c7967826ef9400ffbb131b95f
        golden/cifar10/simsiam/1 evaluate variant 10c2054772c600044dc5adb9eacb3b7688f7ca2e7223590b06165505a1cd0ae9
        golden/svhn/simsiam/0 pretrain 1/3 3ae8c7f28b3609c5747a9e4c9ad9053893199540e9b9ecbace18b8e3ef472b7e
        golden/svhn/simsiam/0 pretrain 2/3 cc187e4e80c5dc387fea9cbe4a8c45c1fc3b19bc549557c4063c9854dae4dc8d
        golden/svhn/simsiam/0 pretrain 3/3 4e60014710829758332a0f30085cb5474c900b402476345dbd6f4c1fec8b51e5
        golden/svhn/simsiam/0 evaluate baseline 556fc979d764678a000a5b4b8dc56ad6d66ff0497dfd58d62eb7320c5151c76a
        golden/svhn/simsiam/0 simxir 1/2 9b2adab8996594698f3f73ccae0a8693237a31596553d72e61efda034ed22bfc
        golden/svhn/simsiam/0 simxir 2/2 c9b68e6e7c3b67e06b2b4eafb908761198c455a882f228f8c9b463a5d5cf5e35
        golden/svhn/simsiam/0 evaluate simxir d22be0a50b4177ea9098053b3b912b0f547647091642825407e4b2cfde91b0a0
        golden/svhn/simsiam/0 variant 1/2 0a15aef6281e5b175d49815d74684fc7445d36098a2e3bfeb5d9b11f1093b617
        golden/svhn/simsiam/0 variant 2/2 d54ce57950b19d2c1c7e75a155ccb45a625b26235d6f896a096b608614e0f7d4
        golden/svhn/simsiam/0 evaluate variant c65302e87cc2fa2f34778a71c0233cfaf783c5a4346edbdb3a2423c62f5f292e
        golden/svhn/simsiam/1 pretrain 1/3 1aabefd507e0bd5e7d08382301aaa5b0ffa649a4d68565d4eba0eb8f0a015b2e
        golden/svhn/simsiam/1 pretrain 2/3 4de26982082275cc6085cc53e094b61ea2fee57279b3d724908964ede14e1680
        golden/svhn/simsiam/1 pretrain 3/3 d692b9d8b5774b6790fee98ca807d8791f348519948afd75f12ce1b93a88c199
        golden/svhn/simsiam/1 evaluate baseline d2e7a65c20e645b7aeaeec5c4ab7e12511f871adcb1bcb3d7f74331f2ffce2e6
        golden/svhn/simsiam/1 simxir 1/2 b40fb5a5526f983eeb4dbadd2f1f6ecd2adadf8d9f28fc2953b4a671a752931a
        golden/svhn/simsiam/1 simxir 2/2 cdd6955f3b61972eed0f6a6df0051e2fc4c0f9199f4434c1d2fb7c03de9776b8
        golden/svhn/simsiam/1 evaluate simxir 7a5410a1cd215d5b5292a2d8dc8795fde2d792c1c5c4c303c0cd50eb00a38e24
        golden/svhn/simsiam/1 variant 1/2 686b0b229763950f117cf48573ea3ac24638598aee22291a7a6c3b646989c55a
        golden/svhn/simsiam/1 variant 2/2 83cd66dd1b4cda39a3bdda46d5164b4f984b1c2bb8088f10423e8474640c4ef8
        golden/svhn/simsiam/1 evaluate variant a3a8eafce84231bf6c87053980baae3376caf8e8effc5015aa3c570e4ca57c4f
        """;
}

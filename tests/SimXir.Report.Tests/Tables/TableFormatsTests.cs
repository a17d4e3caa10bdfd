using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Report.Tests;

public sealed class TableFormatsTests
{
    [Fact]
    public void Markdown_CellsWithAndWithoutFigures_IsATableForEachKind() => Assert.Equal(
        """
        sweep mini: Failed, 1 of 2 cells completed, 1 failed

        \* SimXIR (eq. 3.1)

        gains are points over baseline

        | kNN cosine, top-1 % | | n | k=5 | k=7 |
        | --- | --- | ---: | ---: | ---: |
        | SVHN, SimSiam | baseline | 1 | 85.30 | 85.10 |
        | SVHN, SimSiam | simxir \* | 0/1 | failed |  |
        | SVHN, SimSiam | gain \* | 0/1 | - | - |

        | kNN Euclidean, top-1 % | | n | k=5 | k=7 |
        | --- | --- | ---: | ---: | ---: |
        | SVHN, SimSiam | baseline | 1 | 84.30 | 84.10 |
        | SVHN, SimSiam | simxir \* | 0/1 | failed |  |
        | SVHN, SimSiam | gain \* | 0/1 | - | - |

        | linear probe (converged), % | | n | top-1 | top-5 |
        | --- | --- | ---: | ---: | ---: |
        | SVHN, SimSiam | baseline | 1 | 90.30 | 99.00 |
        | SVHN, SimSiam | simxir \* | 0/1 | failed |  |
        | SVHN, SimSiam | gain \* | 0/1 | - | - |

        | feature spread, 0 to 1 | | n | spread |
        | --- | --- | ---: | ---: |
        | SVHN, SimSiam | baseline | 1 | 0.500 |
        | SVHN, SimSiam | simxir \* | 0/1 | failed |

        - Means are over completed cells alone.
        - svhn simsiam seed 0 simxir failed: the file "train\|\_32x32.mat" has no X, see \*data check\*
        - 0 of 2 cells were cached.
        - slot time 4 min 12 s: useful 91.3 %, start-up 7.9 %, checkpoint 0.8 %

        """,
        TableWriter.Markdown(Samples.Small));

    [Fact]
    public void Csv_CellsWithAndWithoutFigures_IsOneLineEach() => Assert.Equal(
        """
        sweep,dataset,method,seed,treatment,state,knn_cosine_5,knn_cosine_7,knn_euclidean_5,knn_euclidean_7,linear_converged_top1,linear_converged_top5,feature_spread,collapsed,weights,attempts,cached,reason
        mini,svhn,simsiam,0,baseline,Completed,0.853,0.851,0.843,0.841,0.903,0.99,0.5,false,sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,1,false,
        mini,svhn,simsiam,0,simxir,Failed,,,,,,,,,,1,false,"the file ""train|_32x32.mat"" has no X,
        see *data check*"

        """,
        TableWriter.Csv(Samples.Small));

    [Fact]
    public void Json_CellsWithAndWithoutFigures_HasTheDocumentedForm() => Assert.Equal(
        """
        {"sweep":"mini","state":"Failed","cells":[
        {"dataset":"svhn","method":"simsiam","seed":0,"treatment":"baseline","state":"Completed","knn":{"cosine":{"5":0.853,"7":0.851},"euclidean":{"5":0.843,"7":0.841}},
        "linear":{"converged":{"top1":0.903,"top5":0.99}},"featureSpread":0.5,"collapsed":false,
        "weights":"sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","attempts":1,"cached":false},
        {"dataset":"svhn","method":"simsiam","seed":0,"treatment":"simxir","state":"Failed","attempts":1,"cached":false,
        "reason":"the file \"train|_32x32.mat\" has no X,\nsee *data check*"}],
        "ledger":{"usefulSeconds":230,"redoneSeconds":0,"startupSeconds":20,"checkpointSeconds":2,"idleSeconds":0,"wastedSeconds":0}}
        """.ReplaceLineEndings("") + "\n",
        TableWriter.Json(Samples.Small));

    [Fact]
    public void Latex_CellsWithAndWithoutFigures_IsWhole()
    {
        var text = TableWriter.Latex(Samples.Small);

        LatexAssert.IsWhole(text);
        Assert.Contains("\\quad simxir $^*$ & 0/1 & \\multicolumn{2}{l}{failed} \\\\\n", text, StringComparison.Ordinal);
        LatexAssert.IsWhole(TableWriter.Latex(Samples.Troubled));
    }

    [Fact]
    public void Json_ReadBack_IsTheSameResult()
    {
        var text = TableWriter.Json(Samples.Troubled);
        Assert.Equal(text, TableWriter.Json(JsonSerializer.Deserialize<SweepResult>(text, CorridorJson.Options)!));
    }
}

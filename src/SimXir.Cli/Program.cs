using System.CommandLine;
using SimXir.Cli;

var simxir = new RootCommand("Runs grids of self-supervised-learning experiments: pretrain, fine-tune with SimXIR, evaluate.")
{
    RunCommand.Create(),
    SiloCommand.Create(),
    SubmitCommand.Create(),
    WatchCommand.Create(),
    ListCommand.Create(),
    StatusCommand.Create(),
    TableCommand.Create(),
    ReportCommand.Create(),
    ExportCommand.Create(),
    WhyCommand.Create(),
    OrderCommand.Pause(),
    OrderCommand.Resume(),
    OrderCommand.Cancel(),
    PriorityCommand.Create(),
    DataCommand.Create(),
    CheckpointCommand.Create(),
    ChaosCommand.Create(),
    GcCommand.Create(),
    SelfTestCommand.Create(),
    BenchCommand.Create(),
    ReferenceCommand.Create(),
    DynamicsCommand.Create(),
};
return await CommandLine.InvokeAsync(simxir, args);

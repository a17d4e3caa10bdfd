namespace SimXir.Experiments;

/// <summary>How finely a learning rate follows its cosine.</summary>
public enum ScheduleUnit
{
    /// <summary>Anew at each step.</summary>
    Step,

    /// <summary>Anew at each epoch, level within it, as in SimSiam's code.</summary>
    Epoch,
}

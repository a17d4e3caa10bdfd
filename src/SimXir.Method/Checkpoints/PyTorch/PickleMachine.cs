namespace SimXir.Method;

/// <summary>
/// Carries out one pickle: a loop over its instructions with a stack of values, without recursion. It knows numbers, text, lists, dicts and
/// the globals of <see cref="PickleGlobals"/>; it runs no code, whatever the pickle asks for.
/// </summary>
/// <remarks>What it allocates is a small multiple of the pickle's length: no instruction makes more than one small object beside what it
/// copies out of the pickle.</remarks>
internal sealed class PickleMachine(PickleInput input)
{
    /// <summary>The largest models have pickles of a megabyte or two: the numbers lie elsewhere.</summary>
    private const int MaxBytes = 8 << 20;

    private const int NewestProtocol = 5;

    // A state dict spends some thirty bytes on each list, dict or tuple; one that makes them byte by byte is made to fill memory.
    private const int FreeContainers = 1024;
    private const int BytesPerContainer = 4;

    // Most values of a pickle are small numbers; they share their boxes.
    private static readonly object[] Small = [.. Enumerable.Range(0, 256).Select(number => (object)(long)number)];
    private static readonly object True = true, False = false;
    private static readonly object?[] EmptyTuple = [];

    private readonly PickleStack _stack = new();
    private readonly List<object?> _memo = [];
    private readonly Dictionary<string, PthStorage> _storages = new(StringComparer.Ordinal);
    private int _containers;

    /// <summary>The storages that the pickle refers to, by their keys.</summary>
    public IReadOnlyDictionary<string, PthStorage> Storages => _storages;

    /// <summary>The value of the pickle at the input's position, which moves behind it.</summary>
    public object? Run()
    {
        var start = input.Position;
        while (true)
        {
            if (input.Position - start > MaxBytes) throw PickleInput.Fault($"is longer than {MaxBytes} bytes, which no state dict's is");
            var at = input.Position;
            var code = (PickleOpcode)input.Byte();
            if (IsContainer(code)) CountContainer(at - start);
            if (code == PickleOpcode.Stop) return _stack.Pop();
            if (!Literal(code) && !Structure(code) && !Memo(code, at - start)) throw Unknown(code, at);
        }
    }

    private void CountContainer(int bytesBefore)
    {
        var most = FreeContainers + bytesBefore / BytesPerContainer;
        if (++_containers > most)
            throw PickleInput.Fault($"makes more than {most} lists, dicts and tuples in its first {bytesBefore} bytes, which no state dict does");
    }

    private static bool IsContainer(PickleOpcode code) => code
        is PickleOpcode.EmptyList or PickleOpcode.EmptySet or PickleOpcode.EmptyDict
        or PickleOpcode.Tuple or PickleOpcode.Tuple1 or PickleOpcode.Tuple2 or PickleOpcode.Tuple3;

    /// <summary>Instructions that put a value on the stack.</summary>
    private bool Literal(PickleOpcode code)
    {
        switch (code)
        {
            case PickleOpcode.None: _stack.Push(null); break;
            case PickleOpcode.NewTrue: _stack.Push(True); break;
            case PickleOpcode.NewFalse: _stack.Push(False); break;
            case PickleOpcode.BinInt: _stack.Push((long)input.Int32()); break;
            case PickleOpcode.BinInt1: _stack.Push(Small[input.Byte()]); break;
            case PickleOpcode.BinInt2: _stack.Push((long)input.UInt16()); break;
            case PickleOpcode.Long1: _stack.Push(input.Long1()); break;
            case PickleOpcode.BinFloat: _stack.Push(input.Double()); break;
            case PickleOpcode.BinUnicode: _stack.Push(input.Utf8(input.UInt32())); break;
            case PickleOpcode.ShortBinUnicode: _stack.Push(input.Utf8(input.Byte())); break;
            case PickleOpcode.BinUnicode8: _stack.Push(input.Utf8(input.Length64())); break;
            case PickleOpcode.BinString: _stack.Push(input.Latin1(input.UInt32())); break;
            case PickleOpcode.ShortBinString: _stack.Push(input.Latin1(input.Byte())); break;
            case PickleOpcode.BinBytes: _stack.Push(input.Bytes(input.UInt32()).ToArray()); break;
            case PickleOpcode.ShortBinBytes: _stack.Push(input.Bytes(input.Byte()).ToArray()); break;
            case PickleOpcode.BinBytes8: _stack.Push(input.Bytes(input.Length64()).ToArray()); break;
            case PickleOpcode.EmptyTuple: _stack.Push(EmptyTuple); break;
            case PickleOpcode.EmptyList or PickleOpcode.EmptySet: _stack.Push(new PickleList()); break;
            case PickleOpcode.EmptyDict: _stack.Push(new PickleDict()); break;
            case PickleOpcode.Global: _stack.Push(PickleGlobals.Find(input.Line(), input.Line())); break;
            default: return false;
        }

        return true;
    }

    /// <summary>Instructions that make something of what is on the stack.</summary>
    private bool Structure(PickleOpcode code)
    {
        switch (code)
        {
            case PickleOpcode.Proto: CheckProtocol(input.Byte()); break;
            case PickleOpcode.Frame: input.Length64(); break;
            case PickleOpcode.Mark: _stack.Mark(); break;
            case PickleOpcode.Pop when _stack.IsEmptySinceMark: _stack.PopToMark(); break;
            case PickleOpcode.Pop: _stack.Pop(); break;
            case PickleOpcode.PopMark: _stack.PopToMark(); break;
            case PickleOpcode.Tuple: _stack.Push(_stack.PopToMark()); break;
            case PickleOpcode.Tuple1: _stack.Push(_stack.Pop(1)); break;
            case PickleOpcode.Tuple2: _stack.Push(_stack.Pop(2)); break;
            case PickleOpcode.Tuple3: _stack.Push(_stack.Pop(3)); break;
            case PickleOpcode.Append: AddItems([_stack.Pop()]); break;
            case PickleOpcode.Appends or PickleOpcode.AddItems: AddItems(_stack.PopToMark()); break;
            case PickleOpcode.SetItem: SetItems(_stack.Pop(2)); break;
            case PickleOpcode.SetItems: SetItems(_stack.PopToMark()); break;
            case PickleOpcode.StackGlobal: StackGlobal(_stack.Pop(2)); break;
            case PickleOpcode.BinPersId: _stack.Push(Known(PickleCalls.Storage(_stack.Pop()))); break;
            case PickleOpcode.Reduce or PickleOpcode.NewObj: Call(_stack.Pop(2)); break;
            case PickleOpcode.Build: SetState(_stack.Pop()); break;
            default: return false;
        }

        return true;
    }

    /// <summary>Instructions that remember the topmost value, or fetch one that was remembered.</summary>
    private bool Memo(PickleOpcode code, int bytesBefore)
    {
        switch (code)
        {
            case PickleOpcode.BinPut: Remember(input.Byte(), bytesBefore); break;
            case PickleOpcode.LongBinPut: Remember(input.UInt32(), bytesBefore); break;
            case PickleOpcode.Memoize: Remember(_memo.Count, bytesBefore); break;
            case PickleOpcode.BinGet: _stack.Push(Remembered(input.Byte())); break;
            case PickleOpcode.LongBinGet: _stack.Push(Remembered(input.UInt32())); break;
            default: return false;
        }

        return true;
    }

    private void AddItems(ReadOnlySpan<object?> items)
    {
        if (_stack.Top() is not PickleList list) throw PickleInput.Fault($"appends to {PickleText.KindOf(_stack.Top())}");
        list.Add(items);
    }

    private void SetItems(object?[] pairs)
    {
        if (_stack.Top() is not PickleDict dict) throw PickleInput.Fault($"sets items of {PickleText.KindOf(_stack.Top())}");
        if (pairs.Length % 2 != 0) throw PickleInput.Fault("sets a key without a value");
        dict.Add(pairs);
    }

    private void StackGlobal(object?[] names)
    {
        if (names is not [string module, string name]) throw PickleInput.Fault("asks for a global without a name");
        _stack.Push(PickleGlobals.Find(module, name));
    }

    private void Call(object?[] call) => _stack.Push(PickleCalls.Call(call[0], call[1]));

    private PthStorage Known(PthStorage storage)
    {
        if (_storages.TryAdd(storage.Key, storage)) return storage;
        var known = _storages[storage.Key];
        return known == storage ? known : throw PickleInput.Fault(
            $"says that storage '{Shown.Of(storage.Key)}' has {known.Count} elements of {known.ElementBytes} bytes, "
            + $"and {storage.Count} of {storage.ElementBytes}");
    }

    /// <summary>A state dict's <c>_metadata</c>, and a parameter's attributes: nothing that its numbers depend on.</summary>
    private void SetState(object? state)
    {
        if (_stack.Top() is not (PickleDict or PthTensor))
            throw PickleInput.Fault($"gives {PickleText.KindOf(_stack.Top())} a state, {PickleText.KindOf(state)}");
    }

    /// <summary>Python counts its places from 0, so none is beyond the number of instructions so far.</summary>
    private void Remember(long place, int bytesBefore)
    {
        if (place > bytesBefore) throw PickleInput.Fault($"remembers a value in place {place} after {bytesBefore} bytes");
        while (_memo.Count <= place) _memo.Add(null);
        _memo[(int)place] = _stack.Top();
    }

    private object? Remembered(long place) => place < _memo.Count
        ? _memo[(int)place]
        : throw PickleInput.Fault($"asks for the value in place {place}, which was never remembered");

    private static void CheckProtocol(byte protocol)
    {
        if (protocol > NewestProtocol) throw PickleInput.Fault($"is of protocol {protocol}; read are up to {NewestProtocol}");
    }

    private static CheckpointException Unknown(PickleOpcode code, int at) =>
        PickleInput.Fault($"has the instruction 0x{(byte)code:X2} at byte {at}, which no checkpoint of PyTorch holds");
}

namespace SimXir.Experiments.Tests;

public sealed class ImagesSectionTests
{
    private const string Pets = "name: pets\ndatasets: [images-pets]\nmethods: [simsiam]\n";

    [Theory]
    [InlineData("", 32, 32, NormalisationKind.Data)]
    [InlineData("images: { size: 64 }", 64, 64, NormalisationKind.Data)]
    [InlineData("images: { size: 224, resize: 256, normalise: imagenet }", 224, 256, NormalisationKind.ImageNet)]
    public void Read_Section_IsPartOfTheRecipe(string line, int size, int resize, NormalisationKind normalise)
    {
        var spec = SpecReader.Read(Pets + line, "pets.yaml");
        var recipe = DatasetRecipe.Of(spec, spec.Datasets[0], "f");

        Assert.Equal(new ImagesSpec { Size = size, Resize = resize, Normalise = normalise }, recipe.Images);
        Assert.Null(DatasetRecipe.Of(spec, DatasetId.Parse("svhn"), "f").Images);
        Assert.Equal(spec.Images, SpecReader.Read(SpecWriter.Write(spec), "written").Images);
    }

    [Theory]
    [InlineData("images: { size: 60 }", "line 4: images.size: 60 is no multiple of 8; allowed are multiples of 8, 16 to 512. Write 56 or 64.")]
    [InlineData("images: { size: 8 }", "line 4: images.size: 8 is out of range; allowed 16 to 512.")]
    [InlineData("images: { size: 64, resize: 32 }", "line 4: images.resize: 32 is out of range; allowed 64 to 1024.")]
    [InlineData("images: { normalise: mine }", "line 4: images.normalise: unknown normalisation 'mine'; known: data, imagenet.")]
    [InlineData("images: { side: 64 }", "line 4: 'side' is no key of images; keys: normalise, resize, size. Did you mean 'size'?")]
    public void Read_WrongSection_SaysWhatIsAllowed(string line, string fault) =>
        Assert.Contains(fault.TrimEnd('.'), Assert.Throws<SpecException>(() => SpecReader.Read(Pets + line, "pets.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_SectionThatNoDatasetHeeds_IsRefused() => Assert.Contains(
        "line 4: images: no dataset of the sweep is a folder of images: svhn, cifar10 have the size of their official files; allowed is it beside a dataset images-NAME. Delete it.",
        Assert.Throws<SpecException>(() => SpecReader.Read("name: n\ndatasets: [svhn, cifar10]\nmethods: [simsiam]\nimages: { size: 64 }", "n.yaml")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("images-pets", true)]
    [InlineData("images-Pets-37", true)]
    [InlineData("images-", false)]
    [InlineData("images--a", false)]
    [InlineData("images-a/../b", false)]
    [InlineData("images-a b", false)]
    [InlineData("Images-a", false)]
    [InlineData("pets", false)]
    public void DatasetId_OfAFolder_IsLettersDigitsAndHyphens(string name, bool valid)
    {
        Assert.Equal(valid, DatasetId.IsValid(name));
        if (valid) Assert.Equal((true, name, (int?)null), (DatasetId.Parse(name).IsImageFolder, DatasetId.Parse(name).Info.Folder, DatasetId.Parse(name).Info.Classes));
        else Assert.Throws<ArgumentException>(() => DatasetId.Parse(name));
    }
}

using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Portal.Data.Protection;

namespace Portal.Identity;

/// <summary>Seals the keys of sessions and forms with the field key: whoever copies their files alone can sign nobody in.</summary>
internal sealed class VaultXmlEncryptor(FieldVault vault) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", vault.Encrypt(SealPurpose.SessionKey, plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(VaultXmlDecryptor));
}

/// <remarks>Made by the framework, by the name of its type in the file.</remarks>
internal sealed class VaultXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<FieldVault>().Decrypt(SealPurpose.SessionKey, encryptedElement.Value));
}

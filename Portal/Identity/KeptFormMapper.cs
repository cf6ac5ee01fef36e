using System.Collections;
using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Components.Forms.Mapping;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Primitives;
using Portal.Access;

namespace Portal.Identity;

/// <summary>Fills the forms of a page with what its person had typed when the session ended. Pages know nothing of it: to them it is as if just sent.</summary>
/// <remarks>The page is only looked at; no handler of a form runs.</remarks>
internal sealed class KeptFormMapper(IFormValueMapper sent, KeptForms kept, IHttpContextAccessor current) : IFormValueMapper
{
    public static void AddTo(IServiceCollection services)
    {
        var framework = services.Last(service => service.ServiceType == typeof(IFormValueMapper));
        services.Replace(ServiceDescriptor.Scoped<IFormValueMapper>(provider => new KeptFormMapper(
            (IFormValueMapper)ActivatorUtilities.CreateInstance(provider, framework.ImplementationType!),
            provider.GetRequiredService<KeptForms>(), provider.GetRequiredService<IHttpContextAccessor>())));
    }

    public bool CanMap(Type valueType, string mappingScopeName, string? formName) =>
        sent.CanMap(valueType, mappingScopeName, formName) || Find(formName) is not null;

    public void Map(FormValueMappingContext context)
    {
        if (sent.CanMap(context.ValueType, context.AcceptMappingScopeName, context.AcceptFormName)) sent.Map(context);
        else if (Find(context.AcceptFormName) is { } form) context.SetResult(Read(context.ValueType, context.ParameterName, form.Fields));
    }

    private KeptForm? Find(string? formName)
    {
        if (current.HttpContext is not { } context || !HttpMethods.IsGet(context.Request.Method) || Actor.From(context.User) is not { } actor) return null;
        return kept.Find(actor.UserId, context.Request.Path) is { } form && (string.IsNullOrEmpty(formName) || formName == form.Name) ? form : null;
    }

    private static object? Read(Type type, string name, IReadOnlyDictionary<string, StringValues> fields)
    {
        if (fields.TryGetValue(name, out var texts)) return ReadValue(Nullable.GetUnderlyingType(type) ?? type, texts);
        if (type == typeof(string) || type.IsValueType || !fields.Keys.Any(field => field.StartsWith(name + ".", StringComparison.Ordinal) || field.StartsWith(name + "[", StringComparison.Ordinal))) return null;
        if (typeof(IDictionary).IsAssignableFrom(type)) return ReadKeyed(type, name, fields);
        if (type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is null) return null;
        var form = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            if (Read(property.PropertyType, $"{name}.{property.Name}", fields) is { } value)
                property.SetValue(form, value);
        return form;
    }

    private static object? ReadValue(Type type, StringValues texts)
    {
        if (type == typeof(string)) return texts.ToString();
        if (type.IsAssignableFrom(typeof(List<string>))) return texts.ToList();
        if (type == typeof(string[])) return texts.ToArray();
        // A box that is ticked is followed by the hidden one for those that are not.
        if (type == typeof(bool)) return texts.Contains("true");
        var converter = TypeDescriptor.GetConverter(type);
        return converter.CanConvertFrom(typeof(string)) && converter.IsValid(texts.ToString()) ? converter.ConvertFromInvariantString(texts.ToString()) : null;
    }

    private static IDictionary? ReadKeyed(Type type, string name, IReadOnlyDictionary<string, StringValues> fields)
    {
        if (Activator.CreateInstance(type) is not IDictionary keyed || type.GetGenericArguments() is not [var key, var value] || key != typeof(string) || value != typeof(string)) return null;
        foreach (var (field, text) in fields)
            if (field.StartsWith(name + "[", StringComparison.Ordinal) && field[^1] == ']')
                keyed[field[(name.Length + 1)..^1]] = text.ToString();
        return keyed;
    }
}

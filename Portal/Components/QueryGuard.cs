using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Extensions;

namespace Portal.Components;

/// <summary>Takes out of an address what its page could not read, such as <c>?page=abc</c>, which would break the page otherwise.</summary>
public static class QueryGuard
{
    private static readonly Dictionary<Type, Func<string, bool>> Readable = new()
    {
        [typeof(int)] = text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        [typeof(bool)] = text => bool.TryParse(text, out _),
        [typeof(Guid)] = text => Guid.TryParse(text, out _),
    };

    private static readonly Lazy<ILookup<string, Type>> OfParts = new(() => ByName(typeof(QueryGuard).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IComponent)) && !type.GetCustomAttributes<RouteAttribute>().Any())));

    private static readonly ConcurrentDictionary<Type, ILookup<string, Type>> OfPages = [];

    /// <summary>After routing, so that it is known which page answers.</summary>
    public static void UseQueryGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Query.Count > 0 && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page) Clean(context.Request, page.Type);
        return next(context);
    });

    /// <summary>The parameters a page reads from its address; of those its parts read, the page's own come first.</summary>
    public static IEnumerable<(string Name, Type Type)> Read(Type component) =>
        from property in component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        let asked = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
        where asked is not null
        select (asked.Name ?? property.Name, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);

    private static void Clean(HttpRequest request, Type page)
    {
        var own = OfPages.GetOrAdd(page, type => ByName([type]));
        bool IsBroken(string name, IEnumerable<string?> texts) => (own.Contains(name) ? own[name] : OfParts.Value[name])
            .Any(type => Readable.TryGetValue(type, out var reads) && texts.Any(text => !reads(text ?? "")));
        var kept = request.Query.Where(one => !IsBroken(one.Key, one.Value)).ToArray();
        if (kept.Length == request.Query.Count) return;
        request.QueryString = new QueryBuilder(kept.SelectMany(one => one.Value, (one, text) => KeyValuePair.Create(one.Key, text ?? ""))).ToQueryString();
    }

    private static ILookup<string, Type> ByName(IEnumerable<Type> components) =>
        components.SelectMany(Read).ToLookup(one => one.Name, one => one.Type, StringComparer.OrdinalIgnoreCase);
}

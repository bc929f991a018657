"""Module names that a framework or a host answers itself, so that no package needs to.

Each list counts only where one of its frameworks is declared. From the documentation of the
frameworks, as of 2026-11 (Docusaurus "Client API", Nuxt "Auto-imports", SvelteKit "Modules", Ember
API, Vite's and the plugins' documented virtual modules, Quasar "Special aliases", WXT and Plasmo
"Import resolution"). `x/*` is everything below `x`, `x*` everything that starts with `x`.
"""

from __future__ import annotations

from typing import NamedTuple


class Virtual(NamedTuple):
    """The names that a build with any of the frameworks makes up."""

    frameworks: tuple[str, ...]
    names: tuple[str, ...]


class DefaultAlias(NamedTuple):
    """An alias that any of the frameworks sets up unasked; targets are below its package."""

    frameworks: tuple[str, ...]
    pattern: str
    targets: tuple[str, ...]


# Schemes of another registry, of a URL or of a bundler's pipeline: no name of npm can hold `:`.
SCHEMES_OF_HOSTS = frozenset(
    ("bun", "chrome", "cloudflare", "ext", "gi", "moz-src", "resource", "rust", "swift", "workerd")
)
SCHEMES_OF_BUILDS = frozenset(("astro", "fumadocs-mdx", "solid-start", "unenv", "virtual", "wxt"))
SCHEMES_OF_URLS = frozenset(("about", "blob", "data", "file", "http", "https", "jsr"))
# Parcel's named pipelines (Plasmo's too) stand before an ordinary specifier.
SCHEMES_OF_PIPELINES = frozenset(
    ("bundle-text", "data-base64", "data-env", "data-text", "data-url", "react", "url", "worklet")
)

# Names that only a host can mean: the package of that name holds no code, or is the host itself.
HOSTS = frozenset(("bun", "k6", "vscode"))
HOST_SUBPATHS = ("k6/",)

_NUXT = ("nuxt", "nuxt3", "nuxt-edge", "nuxt-nightly", "@nuxt/kit", "@nuxt/schema", "@nuxt/cli")
_SVELTEKIT = ("@sveltejs/kit",)
_DOCUSAURUS = (
    "@docusaurus/core",
    "@docusaurus/preset-classic",
    "@docusaurus/module-type-aliases",
    "@docusaurus/theme-classic",
)
_QUASAR = ("@quasar/app", "@quasar/app-vite", "@quasar/app-webpack", "@quasar/cli", "quasar")

_DOCUSAURUS_CLIENT = """
BrowserOnly ComponentCreator ErrorBoundary ExecutionEnvironment Head Interpolate Link Noop
RouteAnnouncer Translate constants isInternalUrl renderRoutes router useBaseUrl useBrokenLinks
useDocusaurusContext useGlobalData useIsBrowser useIsomorphicLayoutEffect useRouteContext
withBaseUrl
"""
_EMBER_MODULES = """
-internals application array canary-features component controller debug deprecated-features
destroyable engine enumerable error helper instrumentation modifier object owner polyfills
reactive renderer routing runloop service string template template-compilation template-compiler
template-factory test utils version
"""
_SALESFORCE_MODULES = """
accessCheck apex client community commerce componentTagName contentAssetUrl customPermission i18n
label messageChannel resourceUrl schema site userPermission user/
"""

VIRTUAL: tuple[Virtual, ...] = (
    Virtual(
        _DOCUSAURUS,
        (
            *(f"@docusaurus/{name}" for name in _DOCUSAURUS_CLIENT.split()),
            "@theme/*",
            "@theme-original/*",
            "@theme-init/*",
            "@site/*",
            "@generated/*",
        ),
    ),
    Virtual(
        ("next", "react-server-dom-webpack", "vinext", "waku", "@redwoodjs/web", "rwsdk", "react"),
        ("server-only", "client-only"),
    ),
    Virtual(_NUXT, ("#*", "~~/*", "@@/*")),
    Virtual(
        ("nitropack", "nitro", "nitropack-nightly", *_NUXT),
        ("#*",),
    ),
    Virtual(_SVELTEKIT, ("$app/*", "$env/*", "$lib", "$lib/*", "$service-worker", "__sveltekit/*")),
    Virtual(("houdini", "houdini-svelte"), ("$houdini", "$houdini/*")),
    Virtual(("velite",), ("#site/*", "#content", "#velite", ".velite")),
    Virtual(
        ("contentlayer", "contentlayer2", "next-contentlayer", "next-contentlayer2"),
        ("contentlayer/generated", ".contentlayer/*"),
    ),
    Virtual(("@prisma/client", "prisma"), (".prisma/*",)),
    Virtual(
        ("unplugin-icons", "vite-plugin-icons"),
        ("~icons/*",),
    ),
    Virtual(
        ("vite-plugin-pages",),
        ("~pages", "~react-pages", "~solid-pages", "pages-generated"),
    ),
    Virtual(("vite-plugin-vue-layouts", "vite-plugin-vue-layouts-next"), ("layouts-generated",)),
    Virtual(("unplugin-vue-router", "vue-router"), ("vue-router/auto", "vue-router/auto-routes")),
    Virtual(("unplugin-info",), ("~build/*",)),
    Virtual(("unplugin-fonts", "vite-plugin-fonts"), ("unfonts.css",)),
    Virtual(("unplugin-turbo-console",), ("~console",)),
    Virtual(
        ("@generouted/react-router", "@generouted/solid-router", "generouted"), ("~generouted",)
    ),
    Virtual(
        ("unocss", "@unocss/vite", "@unocss/webpack", "@unocss/astro", "@unocss/nuxt"),
        ("uno.css",),
    ),
    Virtual(
        ("windicss", "vite-plugin-windicss", "windicss-webpack-plugin", "nuxt-windicss"),
        (
            "windi.css",
            "windi-base.css",
            "windi-components.css",
            "windi-utilities.css",
            "windi-devtools",
        ),
    ),
    Virtual(("vitepress", "vuepress", "@vuepress/core"), ("@theme/*", "@siteData", "@internal/*")),
    Virtual(
        ("vuepress", "@vuepress/core", "@vuepress/cli", "@vuepress/client"),
        (
            "@temp/*",
            "@source/*",
            "@dynamic/*",
            "@app/*",
            "@alias/*",
            "@default-theme/*",
            "@current-theme/*",
            "@parent-theme/*",
        ),
    ),
    Virtual(
        ("rspress", "@rspress/core"), ("@theme", "@theme/*", "@theme-original", "@theme-original/*")
    ),
    Virtual(("@slidev/cli", "@slidev/client", "@slidev/types"), ("#slidev/*",)),
    Virtual(
        ("@builder.io/qwik-city", "@qwik.dev/router", "@builder.io/qwik", "@qwik.dev/core"),
        (
            "@qwik-city-plan",
            "@qwik-city-static-paths",
            "@qwik-city-not-found-paths",
            "@qwik-city-sw-register",
            "@qwik-city-entries",
            "@qwik-router-config",
            "@qwik-client-manifest",
            "@qwik-router-static-paths",
            "@qwik-router-not-found-paths",
            "@qwik-router-sw-register",
        ),
    ),
    Virtual(("@solidjs/start", "vinxi", "solid-start"), ("$vinxi/*", "#vinxi/*", "#start/*")),
    Virtual(
        (
            "@tanstack/react-start",
            "@tanstack/solid-start",
            "@tanstack/start",
            "@tanstack/start-server-core",
        ),
        ("#tanstack-*", "tanstack-start-*"),
    ),
    Virtual(
        ("@remix-run/dev", "@remix-run/server-runtime", "@shopify/hydrogen"),
        ("@remix-run/dev/server-build", "@remix-run/server-build"),
    ),
    Virtual(("wxt",), ("#imports", "#i18n")),
    Virtual(("plasmo",), ("~*",)),
    Virtual(
        ("ember-source",),
        (
            *(f"@ember/{name}{below}" for name in _EMBER_MODULES.split() for below in ("", "/*")),
            "@glimmer/tracking",
            "@glimmer/tracking/*",
            "@glimmer/env",
            "ember",
            "ember-testing",
            "htmlbars-inline-precompile",
            "rsvp",
        ),
    ),
    Virtual(("@embroider/core", "@embroider/compat", "@embroider/vite"), ("@embroider/virtual/*",)),
    Virtual(
        ("wrangler", "@cloudflare/kv-asset-handler", "@cloudflare/workers-types"),
        ("__STATIC_CONTENT_MANIFEST", "__STATIC_CONTENT"),
    ),
    Virtual(
        (
            "electron",
            "electron-nightly",
            "electron-builder",
            "electron-vite",
            "electron-prebuilt",
            "@electron-forge/cli",
        ),
        ("electron", "electron/*", "original-fs"),
    ),
    Virtual(("react-native-dotenv",), ("@env",)),
    Virtual(("react-native", "expo"), ("missing-asset-registry-path",)),
    Virtual(("gatsby",), ("@reach/router", "@gatsbyjs/reach-router", "$virtual/*")),
    Virtual(("umi", "@umijs/max", "@umijs/preset-react"), ("umi", "@umijs/max", "@@/*")),
    Virtual(("@ice/app", "ice.js"), ("ice", "ice/*")),
    Virtual(_QUASAR, ("#q-app", "#q-app/*")),
    Virtual(("@adonisjs/core", "@adonisjs/assembler"), ("@ioc:*",)),
    Virtual(("meteor-node-stubs", "@types/meteor", "meteor"), ("meteor/*",)),
    Virtual(
        ("@salesforce/sfdx-lwc-jest", "@salesforce/eslint-config-lwc", "@lwc/eslint-plugin-lwc"),
        (
            "lwc",
            "lightning/*",
            "c/*",
            *(f"@salesforce/{name}*" for name in _SALESFORCE_MODULES.split()),
        ),
    ),
    Virtual(("@hitc/netsuite-types", "@oracle/suitecloud-unit-testing"), ("N", "N/*")),
    Virtual(("@graphql-mesh/cli",), (".mesh", ".mesh/*")),
    Virtual(("@originjs/vite-plugin-federation", "@module-federation/vite"), ("__federation__*",)),
    Virtual(("vike", "vite-plugin-ssr"), ("#root/*",)),
    Virtual(("@mdx-js/react", "nextra"), ("next-mdx-import-source-file",)),
    Virtual(("nextra",), ("private-dot-next/*", "private-next-root-dir/*")),
    Virtual(
        ("@inlang/paraglide-js", "@inlang/paraglide-sveltekit", "@inlang/paraglide-next"),
        ("$paraglide/*", "$paraglide", "$msgs"),
    ),
)

DEFAULT_ALIASES: tuple[DefaultAlias, ...] = (
    DefaultAlias(_SVELTEKIT, "$lib", ("src/lib",)),
    DefaultAlias(_SVELTEKIT, "$lib/*", ("src/lib/*",)),
    DefaultAlias(_DOCUSAURUS, "@site/*", ("*",)),
    *(DefaultAlias(_NUXT, f"{mark}/*", ("*", "app/*", "src/*")) for mark in ("~", "@", "~~", "@@")),
    DefaultAlias(_NUXT, "#shared/*", ("shared/*",)),
    DefaultAlias(("@vue/cli-service", "umi", "@umijs/max", "@ice/app"), "@/*", ("src/*",)),
    DefaultAlias(("@solidjs/start", "solid-start"), "~/*", ("src/*",)),
    *(DefaultAlias(("wxt",), f"{mark}/*", ("*", "src/*")) for mark in ("~", "@", "~~", "@@")),
    DefaultAlias(("plasmo",), "~*", ("*", "src/*")),
    DefaultAlias(
        ("@redwoodjs/core", "@redwoodjs/web", "@redwoodjs/api"),
        "src/*",
        ("src/*", "web/src/*", "api/src/*"),
    ),
    DefaultAlias(_QUASAR, "src/*", ("src/*",)),
    DefaultAlias(_QUASAR, "app/*", ("*",)),
    *(
        DefaultAlias(_QUASAR, f"{folder}/*", (f"src/{folder}/*",))
        for folder in ("components", "layouts", "pages", "assets", "boot", "stores")
    ),
    DefaultAlias(("vike", "vite-plugin-ssr"), "#root/*", ("*",)),
)

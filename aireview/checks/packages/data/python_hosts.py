"""Modules that a host program provides to the Python that runs inside it; no package has them.

Made by hand from the documentation of the programs. A name stands for the module and all below it; a
`*` at its end for any module that begins so. What a declared distribution installs is settled before
this list is asked.
"""

from __future__ import annotations

from typing import NamedTuple

_MODULES = {
    "a notebook service": """
        _snowflake dbruntime dbutils google.colab kaggle_datasets
        kaggle_gcp kaggle_secrets kaggle_web_client mssparkutils notebookutils
         snowbook synapse.ml trident
    """,
    "a cloud service's own runtime": """
        awsglue awsgluedq awsgluemi azureml_user databricks_automl_runtime dataiku
        palantir_models pyspark.dbutils synapseml
    """,
    "Blender": """
        addon_utils aud bge bgl bl_math bl_operators bl_ui blf bmesh bpy bpy_extras
        bpy_types freestyle gpu gpu_extras idprop mathutils nodeitems_utils rna_info
        rna_prop_ui
    """,
    "Houdini": """
        hdefereval hou husd loptoolutils pdg soptoolutils toolutils
    """,
    "Maya": """
        maya.OpenMaya maya.OpenMayaAnim maya.OpenMayaFX maya.OpenMayaMPx maya.OpenMayaRender
        maya.OpenMayaUI maya.api maya.app maya.cmds maya.internal maya.mel maya.plugin
        maya.standalone maya.utils mtoa pymel userSetup
    """,
    "3ds Max": """
        MaxPlus pymxs qtmax
    """,
    "Cinema 4D": """
        c4d
    """,
    "Nuke": """
        _nuke hiero nuke nukescripts nukestudio
    """,
    "MotionBuilder": """
        pyfbsdk pyfbsdk_additions
    """,
    "Unreal Engine": """
        unreal unreal_engine
    """,
    "Unity": """
        UnityEditor UnityEngine
    """,
    "a 3D or compositing tool": """
        BlackmagicFusion DaVinciResolveScript Gaffer GafferUI Katana
        fusionscript lxifc lxu mari mset rumba substance_designer substance_painter tde4
    """,
    "FreeCAD": """
        BOPTools FemGui FreeCAD FreeCADGui ImportGui MeshPart PartDesign PathScripts
        Sketcher Spreadsheet TechDraw
    """,
    "a CAD program": """
        Autodesk GEOM Grasshopper RevitServices Rhino SMESH ScriptEnv SketchUp abaqus
        abaqusConstants adsk caeModules eeschema ghpythonlib odbAccess pcbnew pyrevit
        rhinoscriptsyntax salome scriptcontext
    """,
    "QGIS or ArcGIS": """
        arcgisscripting arcpy processing.core qgis
    """,
    "a disassembler": """
        _ida_* binaryninja binaryninjaui com.pnfsoftware docking ghidra ida_* idaapi
        idautils idc jarray
    """,
    "a debugger": """
        dbgscript gdb immlib immutils lldb pykd x64dbgpy
    """,
    "Burp Suite": """
        burp
    """,
    "an editor": """
        Npp gedit sublime sublime_api sublime_plugin
    """,
    "an office or graphics program": """
        Krita XSCRIPTCONTEXT com.sun gimp gimpcolor gimpenums gimpfu gimpui krita
        scribus simplestyle uno unohelper
    """,
    "Kodi": """
        xbmc xbmcaddon xbmcdrm xbmcgui xbmcmediaimport xbmcplugin xbmcvfs
    """,
    "a chat, media or mail program": """
        hexchat obspython rhythmdb totem ts3defines ts3lib weechat xchat
    """,
    "a database or web server": """
        _apache freeswitch mod_python plpy uwsgi uwsgidecorators
    """,
    "MicroPython": """
        M5 esp esp32 espnow framebuf jpegdec lcd160cr lodepng lvgl m5stack m5ui machine
        micropython neopixel_write network ntptime picographics pimoroni pyb rp2 stm
        uasyncio ubinascii ucollections ucryptolib uctypes uerrno uhashlib uheapq uio
        ulab ulogging umachine umqtt uos uping upip urandom ure urequests uselect
        usocket ussl ustruct usys utime utimeq uwebsocket uwebsockets uzlib webrepl wipy
        wiznet5k
    """,
    "CircuitPython": """
        analogio audiobusio audiocore audioio audiomixer audiopwmio bitbangio board
        busdisplay busio canio countio digitalio displayio espidf fontio fourwire
        framebufferio i2cdisplaybus keypad memorymap microcontroller neopixel nvm
        paralleldisplay paralleldisplaybus picodvi pulseio pwmio rgbmatrix rotaryio
        sdcardio socketpool synthio terminalio touchio usb_cdc usb_hid usb_midi vectorio
        wifi
    """,
    "BBC micro:bit or LEGO": """
        microbit pybricks
    """,
    "robotics middleware": """
        PyKDL ackermann_msgs action_msgs actionlib actionlib_msgs ament_* bond
        builtin_interfaces catkin control_msgs controller_manager cv_bridge cyber.python
        cyber_py diagnostic_msgs diagnostic_updater dynamic_reconfigure
        example_interfaces gazebo_msgs gazebo_ros geometry_msgs image_geometry
        image_transport_py interactive_markers laser_geometry launch launch_pytest
        launch_ros launch_testing launch_testing_ros launch_xml launch_yaml
        lifecycle_msgs map_msgs mavros_msgs message_filters moveit moveit_commander
        moveit_configs_utils moveit_msgs moveit_ros_planning_interface naoqi nav2_common
        nav2_msgs nav2_simple_commander nav_msgs nodelet octomap_msgs pcl_msgs px4_msgs
        python_qt_binding qt_gui rcl_interfaces rclpy resource_retriever rosapi_msgs
        rosbag rosbag2_* rosbag2_py rosgraph rosgraph_msgs rosidl_* roslaunch roslib
        rosmsg rosnode rosparam rospy rosservice rostest rostopic rosunit rqt_* rviz
        rviz2 sensor_msgs shape_msgs smach smach_ros std_msgs std_srvs stereo_msgs tf
        tf.transformations tf2_geometry_msgs tf2_kdl tf2_msgs tf2_py tf2_ros
        tf2_sensor_msgs tf_conversions trajectory_msgs unique_identifier_msgs
        vision_msgs visualization_msgs
    """,
    "Kodular, Android or iOS": """
        android androidhelper appex com.chaquo java javax kotlin org.kivy pythonista
        sl4a
    """,
    "a Java or .NET virtual machine": """
        Microsoft.CSharp Microsoft.Win32 System com.intellij com.sun.jna java.io
        java.lang java.util javafx org.apache org.json org.python org.w3c org.xml
    """,
    "the browser": """
        js pyodide_js pyodide_py pyscript
    """,
    "the operating system's own Python packages": """
        DistUpgrade LanguageSelector Nautilus UpdateManager _emerge apport apt apt_inst
        apt_pkg aptsources brlapi cloudinit debconf dnf dnfpluginscore firewall gnomevfs
        hawkey ipalib ipapython ipaserver ipatests libdnf libdnf5 libuser lsb_release
        nautilus nftables pisi portage pyatspi rhsm rpm rpmUtils samba seobject sepolgen
        sepolicy softwareproperties speechd speechd_config subscription_manager talloc
        yum
    """,
    "a load generator, monitor or home controller": """
        AdminApp AdminConfig AdminControl AdminTask CommonServerPython
        CommonServerUserPython Domoticz DomoticzEx SiemplifyAction SiemplifyUtils
        agent_bakery ambari_commons cmk cmk_addons collectd com.ibm demistomock domoticz
        indigo net.grinder resource_management weblogic wlstModule
    """,
    "a trading or simulation platform": """
        AlgorithmImports Deadline DeadlineUI QuantConnect isaacsim jqdata jqlib kuanke
        quantopian vissim vizact vizshape
    """,
    "a library that the Python index does not hold": """
        de_core_news_* en_core_sci_* en_core_web_* es_core_news_* fr_core_news_* it_core_news_*
        ja_core_news_* nl_core_news_* pt_core_news_* xx_ent_wiki_* zh_core_web_*
        ESMF MinkowskiEngineBackend OCC PyQt3 PyQt4 ROOT SoapySDR XRootD appindicator caffe
        cctbx chimera chimerax detectron2 diff_gaussian_rasterization dolfin dolfinx edgetpu
        gconf glib gnome gnuradio gobject graph_tool gst gtk gtkunixprint habana_frameworks
        habitat_sim hailo_platform hoomd icecube isaacgym isaaclab jetson_inference
        jetson_utils libxml2 libxslt lsst mantid maskrcnn_benchmark modeller openeye osmosdr
        paraview pango pmt psi4 pycaffe pycoral pyds pygst pygtk pynotify pyrosetta pyzed qt
        rknn rknnlite sage schrodinger simple_knn tinycudann uhd wnck
    """,
}

HOSTS = {module: host for host, modules in _MODULES.items() for module in modules.split()}
"""Dotted modules, with the host that provides them."""

WITH_FILE = {
    "package.xml": ("robotics middleware", ("*_msgs", "*_srvs", "*_interfaces")),
}
"""Endings of modules that a host builds in a repository which has such a file somewhere."""


class Signs(NamedTuple):
    """What tells that code runs in a host: globs of file names, or words in the importing file."""

    files: tuple[str, ...]
    words: tuple[str, ...]


SIGNS = {
    "MicroPython": Signs(
        files=(
            "*.mpy", "*.uf2", ".micropico", ".picowgo", "boot.py", "micropy.json", "mpconfigport.h",
            "pico-go.json", "pyboard.py", "pymakr.conf",
        ),
        words=(
            "micropython", "esp32", "esp8266", "from machine import", "import machine", "pyboard",
            "raspberry pi pico", "rp2040",
        ),
    ),
    "CircuitPython": Signs(
        files=("*.mpy", "*.uf2", "boot_out.txt", "code.py"),
        words=(
            "circuitpy/", "circuitpython.org/board", "import socketpool", "import storage",
            "import supervisor", "import usb_cdc", "import usb_hid", "import usb_midi",
        ),
    ),
}  # fmt: skip
"""Hosts whose modules a distribution has as well, for computers: only with a sign they are a host's."""

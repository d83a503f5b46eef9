"""Everything that the command line says, in both languages. Names of model quantities come from the engine."""

from linli._language import Text

# Help.
PROGRAM = Text(
    "Linli: simulates disputes, mediation, policing and trust in a city, person by person.",
    "邻里：逐人模拟一座城市中的纠纷、调解、警务与信任。",
)
PROGRAM_EPILOG = Text(
    "Examples:\n"
    "  linli check scenarios/town/reference.toml             is the scenario sound?\n"
    "  linli run scenarios/town/reference.toml -o town.h5    simulate it\n"
    "  linli info town.h5                                    what happened?\n"
    "  linli plot pyramid town.h5 -o pyramid.png             see it\n"
    "  linli run --help                                      all about a command\n"
    "\n"
    "Exit codes: 0 done; 1 something failed on the way; 2 wrong input;\n"
    "130 interrupted.",
    "示例：\n"
    "  linli check scenarios/town/reference.toml             检查场景文件\n"
    "  linli run scenarios/town/reference.toml -o town.h5    运行模拟\n"
    "  linli info town.h5                                    查看结果摘要\n"
    "  linli plot pyramid town.h5 -o pyramid.png             绘图\n"
    "  linli run --help                                      查看某个命令的全部说明\n"
    "\n"
    "退出码：0完成；1运行中出错；2输入有误；130被中断。",
)
USAGE = Text("Usage: ", "用法：")
OPTIONS_METAVAR = Text("[OPTIONS]", "[选项]")
COMMAND_METAVAR = Text("COMMAND ...", "命令 ...")
ARGUMENTS_PANEL = Text("Arguments", "参数")
OPTIONS_PANEL = Text("Options", "选项")
COMMANDS_PANEL = Text("Commands", "命令")
REQUIRED_MARK = Text("[required]", "[必填]")
DEFAULT_MARK = Text("[default: {}]", "[默认：{}]")
HELP_OPTION = Text("Show this help.", "显示本说明。")
VERSION_OPTION = Text("Show the version.", "显示版本。")
LANGUAGE_OPTION = Text(
    "Language: en or zh. Without it, that of the locale.", "语言：en（英文）、zh（中文）；默认随系统语言。"
)
JSON_OPTION = Text("Print JSON instead of a table.", "输出JSON，代替表格。")
FORCE_OPTION = Text("Replace what exists under that name.", "已存在同名文件时予以覆盖。")
DAYS_OPTION = Text("Simulate only so many days from the start.", "只模拟从开始日期起的若干天。")
SCALE_OPTION = Text("Multiply the residents of every town by this.", "各镇街人口乘以此倍数。")
SCENARIO_ARGUMENT = Text("Scenario file (TOML).", "场景文件（TOML）。")
SCENARIOS_ARGUMENT = Text("Scenario files (TOML).", "一个或多个场景文件（TOML）。")

RUN = Text("Simulate a scenario and record it in a file.", "运行一个场景，把结果写入文件。")
RUN_EPILOG = Text(
    "Examples:\n"
    "  linli run town.toml -o town.h5 --days 90\n"
    "  linli run town.toml -o more.h5 --set mediation.full_time=1.2\n"
    '  linli run town.toml -o slow.h5 --set "attitudes.strain_memory=3 months"\n'
    "\n"
    "Ctrl-C finishes the day under way and closes the file, which is then marked\n"
    "incomplete.",
    "示例：\n"
    "  linli run town.toml -o town.h5 --days 90\n"
    "  linli run town.toml -o more.h5 --set mediation.full_time=1.2\n"
    '  linli run town.toml -o slow.h5 --set "attitudes.strain_memory=3 months"\n'
    "\n"
    "按Ctrl-C：算完当天并关闭文件，文件标记为未完成。",
)
RESULT_OPTION = Text(
    "Result file to write (HDF5, readable as netCDF-4).", "要写入的结果文件（HDF5，可按netCDF-4读取）。"
)
SEED_OPTION = Text("Seed of the random draws; without it, the scenario's.", "随机数种子；默认取场景中的值。")
THREADS_OPTION = Text("Threads; 0: one per core. Never changes results.", "线程数；0：每核一个。不影响结果。")
SET_OPTION = Text("Replace a value of the scenario; may be repeated.", "替换场景中的一个值；可重复使用。")
QUIET_OPTION = Text("Show neither progress nor closing words.", "不显示进度和结束语。")

CHECK = Text("Check scenarios without running them, and say what they will cost.", "检查场景而不运行，并给出预计支出。")
CHECK_EPILOG = Text(
    "Examples:\n"
    "  linli check town.toml\n"
    "  linli check scenarios/town/*.toml\n"
    "\n"
    "Names every problem with its place. Exit code 0: all scenarios are sound;\n"
    "2: there are problems.",
    "示例：\n"
    "  linli check town.toml\n"
    "  linli check scenarios/town/*.toml\n"
    "\n"
    "逐条指出问题及其位置。退出码0：全部无误；2：存在问题。",
)

INFO = Text("Sum up a result file.", "显示结果文件的摘要。")
INFO_EPILOG = Text(
    "Examples:\n  linli info town.h5\n  linli info town.h5 --json\n\n"
    "Equal state hashes mean equal runs, to the last bit.",
    "示例：\n  linli info town.h5\n  linli info town.h5 --json\n\n状态哈希值相同，即两次运行逐位相同。",
)
RESULT_ARGUMENT = Text("Result file.", "结果文件。")

LEVERS = Text("List what a policy can move.", "列出措施可以调整的政策杠杆。")
LEVERS_EPILOG = Text(
    "Examples:\n  linli levers\n  linli levers mediat\n  linli levers police --json\n\n"
    "Measures of a scenario and --set of linli run name levers like this.",
    "示例：\n  linli levers\n  linli levers 调解\n  linli levers police --json\n\n"
    "场景中的措施和linli run的--set使用这里的名称。",
)
CARDS = Text(
    "List the governance systems that a scenario can play as cards, or show some.",
    "列出场景可以采用的治理制度卡，或显示其内容。",
)
CARDS_EPILOG = Text(
    "Examples:\n  linli cards\n  linli cards show A6\n  linli cards show A6 C10 --lang zh\n\n"
    "A scenario plays a card in three lines:\n"
    '  [\\[cards]]\n  id = "A6"\n  strength = 0.8    # also towns, from, to, ramp, once',
    "示例：\n  linli cards\n  linli cards show A6\n  linli cards show A6 C10\n\n"
    "场景中采用一张卡只需三行：\n"
    '  [\\[cards]]\n  id = "A6"\n  strength = 0.8    # 还可写towns、from、to、ramp、once',
)
CARDS_ARGUMENT = Text("Show these cards whole.", "完整显示这些卡。")
SUMMARY = Text("how it acts", "作用方式")
EFFECT = Text("expected", "预期效果")
SIDE = Text("side effect", "副作用")
MEASURE = Text("moves", "调整")
SOURCE = Text("source", "来源")
ACTIONS = {
    "set": Text("set to {}", "调至{}"),
    "add": Text("plus {}", "增加{}"),
    "scale": Text("times {}", "乘以{}"),
}
CHANGE_OF_LEVER = Text("{}: {} {} ({})", "{}：{}{}（{}）")
BETWEEN_PARTS = Text("; ", "；")
LASTS = Text("for {} days", "为期{}天")

WORD_ARGUMENT = Text("Show only levers with this in name or meaning.", "只列出名称或含义中含有该词的政策杠杆。")

COMPARE = Text(
    "Run scenarios with the same luck, and tell what differs and how surely.",
    "让各场景经历相同的随机事件，判断差别及其可靠程度。",
)
COMPARE_EPILOG = Text(
    "Examples:\n"
    "  linli compare reference.toml mediators-double.toml -o doubled\n"
    "  linli compare reference.toml a.toml b.toml -o ab --seeds 40 --year 2022\n"
    "\n"
    "The folder gets table.csv (whole run and city), effects.csv (by year and\n"
    "town), effects.png and comparison.nc (xarray; linli.Comparison.load reads it).",
    "示例：\n"
    "  linli compare reference.toml mediators-double.toml -o doubled\n"
    "  linli compare reference.toml a.toml b.toml -o ab --seeds 40 --year 2022\n"
    "\n"
    "文件夹中写入table.csv（全期、全市）、effects.csv（分年份、分镇街）、effects.png和\n"
    "comparison.nc（xarray；用linli.Comparison.load读取）。",
)
BASE_ARGUMENT = Text("Scenario to compare with.", "作为基准的场景。")
OTHERS_ARGUMENT = Text("Scenarios to compare.", "要对比的场景。")
FOLDER_OPTION = Text("Folder to write.", "要写入的文件夹。")
SEEDS_OPTION = Text("Runs of each scenario: seeds 1 to N.", "每个场景的运行次数：种子1至N。")
JOBS_OPTION = Text("Runs at a time; without it, one per core.", "同时进行的运行数；不给出时每核一个。")
YEAR_OPTION = Text("Print this year; without it, the whole run.", "打印该年的结果；不给出时为全期。")
TOWN_OF_TABLE_OPTION = Text("Print this town; without it, the whole city.", "打印该镇街的结果；不给出时为全市。")
KEEP_OPTION = Text(
    "Folder for the result file of every run; without it they are not kept.",
    "保存每次运行结果文件的文件夹；不给出时不保留。",
)
FULL_OPTION = Text(
    "All figures of every scenario; without it, headline figures side by side if there are several.",
    "列出每个场景的全部指标；不给出时，多个场景只并列主要指标。",
)

PLOT = Text("Draw a figure of results.", "绘制结果图。")
PLOT_EPILOG = Text(
    "Figures:\n"
    "  series    an indicator over time; several files give a line each\n"
    "  pyramid   grievances, claims, third parties, settlements, courts\n"
    "  map       the towns in the colours of an indicator\n"
    "  flow      cases through the doors to their outcomes\n"
    "  queue     cases waiting for mediators, and the mediators' load\n"
    "\n"
    "Examples:\n"
    "  linli plot pyramid town.h5 -o pyramid.png\n"
    "  linli plot series a.h5 b.h5 -o claims.svg --indicator claims --every month\n"
    "  linli plot series town.h5 -o f.pdf --indicator claims --kind family\n"
    "  linli plot map city.h5 -o map.png --indicator grievances",
    "图的种类：\n"
    "  series    指标随时间的变化；多个文件各画一条线\n"
    "  pyramid   纠纷金字塔：不满、主张、第三方、和解与裁判、法院\n"
    "  map       以颜色表示各镇街指标的地图\n"
    "  flow      案件经各渠道到结果的流向\n"
    "  queue     等待调解的案件和调解员的工作量\n"
    "\n"
    "示例：\n"
    "  linli plot pyramid town.h5 -o pyramid.png\n"
    "  linli plot series a.h5 b.h5 -o claims.svg --indicator claims --every month\n"
    "  linli plot series town.h5 -o f.pdf --indicator claims --kind family\n"
    "  linli plot map city.h5 -o map.png --indicator grievances",
)
FIGURE_ARGUMENT = Text("What to draw; see below.", "图的种类，见下文。")
FILES_ARGUMENT = Text("Result files; several for series only.", "结果文件；仅series可用多个。")
PICTURE_OPTION = Text("Picture to write: .png, .svg, .pdf...", "要写入的图片：.png、.svg、.pdf等。")
INDICATOR_OPTION = Text("Key of an indicator, for series and map.", "指标的键名，用于series和map。")
TOWNS_OPTION = Text("Only this town, not for map; may be repeated.", "只取该镇街，不用于map；可重复使用。")
KINDS_OPTION = Text("Only this kind, for series and map; may be repeated.", "用于series和map：只取该类别；可重复。")
BY_OPTION = Text("A line for each town or kind, for series.", "各镇街（town）或各类别（kind）各画一条线，用于series。")
EVERY_OPTION = Text("Period, for series; week unless given.", "时间间隔（日、周、月），用于series；不给出时为week。")

# Tables.
NAME = Text("name", "名称")
MEANING = Text("what it is", "含义")
DEFAULT = Text("default", "默认值")
RANGE_HEADING = Text("range", "范围")
UNIT = Text("unit", "单位")
COST = Text("cost of one unit", "单位成本")
COSTS = Text("unit cost {}", "单位成本：{}")
RANGE = Text("{} to {}", "{}至{}")
UNIT_COST = Text("{} yuan {}", "{1}{0}元")
FIGURE = Text("figure", "指标")
WHOLE_RUN = Text("whole run", "全期")
WHOLE_CITY = Text("whole city", "全市")
BASE = Text("base", "基准")
OTHER = Text("other", "对比")
DIFFERENCE = Text("difference", "差值")
INTERVAL = Text("95 % interval", "95%区间")
VERDICT = Text("verdict", "判断")
SPENDING = Text("expected spending, million yuan", "预计支出（百万元）")
SPENDING_OF_CARDS = Text("what each card adds, million yuan", "各卡新增支出（百万元）")
TOTAL = Text("total", "合计")
BUDGET = Text("budget", "预算")
SPENDING_NOTE = Text(
    "Subsidies for settled cases and rewards for leads come on top. A conditional measure counts where it costs more.",
    "另加按调解成功件数和有效线索数支付的补贴与奖金。附条件的措施如会增加支出，则计算在内。",
)
SIDE_BY_SIDE = Text(
    "Difference to {} with half the width of its 95 % interval: {} seeds, {}, {} (grey: not resolved)",
    "与{}之差及95%区间半宽：{}个种子，{}，{}（灰色：未能判明）",
)
COMPARED = Text("{} against {}: {} seeds, {}, {}", "{}与{}对比：{}个种子，{}，{}")
MANY_FIGURES = Text(
    "With 95 % intervals about one figure in twenty looks changed by a measure that changes nothing.",
    "采用95%区间时，即使措施毫无作用，约每二十个指标也会有一个看似有变化。",
)
FILE = Text("result", "结果文件")
TITLE = Text("scenario", "场景")
LINEAGE = Text("made from", "来源文件")
SCENARIO_HASH = Text("scenario hash", "场景哈希值")
PERIOD = Text("days", "日期")
PERIOD_OF = Text("{} to {}: {} of {} days", "{}至{}：已完成{}天，全程{}天")
INCOMPLETE = Text("{}; INCOMPLETE: the run was interrupted", "{}；未完成：运行被中断")
PEOPLE = Text("residents simulated", "模拟人口")
PEOPLE_OF = Text("{:,} (scale {:g})", "{:,}（倍数{:g}）")
SEED = Text("seed", "种子")
PROGRAM_MADE_BY = Text("program", "程序")
STATE_HASH = Text("state hash", "状态哈希值")
TIME = Text("time", "用时")
TIME_OF = Text("{:.1f} s on {} threads, {:,} events", "{:.1f}秒，{}个线程，{:,}个事件")

# What happened.
FINISHED = Text(
    "Simulated {:,} days in the lives of {:,} people in {:.1f} s: {:,} events.",
    "已模拟{1:,}人{0:,}天的生活，用时{2:.1f}秒，共{3:,}个事件。",
)
WRITTEN = Text("Written to {}", "结果已写入 {}")
LOOK = Text("To look at it: linli info {}", "查看摘要：linli info {}")
SOUND = Text("{}: no problems found", "{}：未发现问题")
UNSOUND = Text("{}: has problems", "{}：存在问题")
CARD_FILE = Text(
    '{0}: is a card; a scenario plays it with [[cards]] and file = "{0}"',
    '{0}：这是一张卡；场景用[[cards]]和file = "{0}"启用',
)
INTERRUPTED = Text("Interrupted.", "已中断。")
INTERRUPTED_EARLY = Text(
    "Interrupted before the first day was done; nothing was written.", "已中断：第一天尚未完成，未写入任何内容。"
)
INTERRUPTED_AFTER = Text(
    "Interrupted: {} of {} days are done. {} holds these and is marked incomplete.",
    "已中断：已完成{}天，全程{}天。{}保存了已完成的部分，并标记为未完成。",
)
COMPARING_INTERRUPTED = Text("Interrupted; nothing was written.", "已中断，未写入任何内容。")
COMPARING_INTERRUPTED_KEPT = Text(
    "Interrupted; no comparison was written. {} has the results of the runs that ended.",
    "已中断，未写入比较结果。{}中保留了已完成运行的结果。",
)

# Complaints.
ERROR = Text("error:", "错误：")
BUG = Text(
    "this is a bug in linli: {} ({}). Please report it with the scenario and the seed.",
    "这是linli的程序错误：{}（{}）。请连同场景和种子一并报告。",
)
OUT_OF_MEMORY = Text(
    "there is not enough memory for this run; a smaller --population-scale needs less",
    "内存不足，无法运行；可用--population-scale缩小人口规模",
)
HINT = Text("{} ({} --help shows what is possible)", "{}（用 {} --help 查看用法）")
IS_MISSING = Text("is missing", "缺少")
MISSING_COMMAND = Text("a command is missing", "缺少命令")
NO_COMMAND = Text("there is no such command; allowed are {}", "没有这个命令；可选：{}")
NO_OPTION = Text("there is no such option", "没有这个选项")
NO_OPTION_BUT = Text("there is no such option; did you mean {}?", "没有这个选项；是否应为{}？")
NEEDS_VALUE = Text("needs a value", "须给出取值")
TAKES_NO_VALUE = Text("takes no value", "不接受取值")
TOO_MUCH = Text("is one argument too many", "是多余的参数")
WHOLE_NUMBER = Text("must be a whole number", "须为整数")
OUT_OF_RANGE = Text("is {}; allowed are {} to {}", "为{}；允许{}至{}")
NUMBER = Text("must be a number", "须为数字")
ONE_OF = Text("must be one of {}", "须为以下之一：{}")
NAME_AND_VALUE = Text(
    "must be NAME=VALUE, such as mediation.full_time=1.2", "须为NAME=VALUE，例如mediation.full_time=1.2"
)
IS_THE_SCENARIO = Text(
    "this is the scenario itself; results need a file of their own", "这是场景文件本身；结果须写入另一个文件"
)
NO_CARD = Text("is no card; there are {}", "不是治理制度卡；现有{}")
NO_LEVER = Text("no lever has this in its name or meaning", "没有名称或含义中含有该词的政策杠杆")
NO_TOWN = Text("there is no such town; allowed are {}", "没有这个镇街；可选：{}")
NO_YEAR = Text("is not simulated; allowed are {}", "不在模拟期内；可选：{}")
NEEDED_FOR = Text("is needed for {}", "{}须给出此项")
NOT_USED_BY = Text("is not used by {}", "{}不使用此项")
ONE_FILE = Text("{} takes one result file", "{}只接受一个结果文件")
NO_SUCH_PICTURE = Text("is no kind of picture; allowed are {}", "不是可用的图片格式；可选：{}")

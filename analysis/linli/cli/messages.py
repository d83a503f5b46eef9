"""What the command line says, in both languages; what options and commands say of themselves stands beside them.

Names of model quantities come from the engine.
"""

import errno
from collections.abc import Iterable

from linli._language import Text


def listed(words: Iterable[str]) -> Text:
    """Return words in a row."""
    every = list(words)
    return Text(", ".join(every), "、".join(every))


# Help.
USAGE = Text("Usage: ", "用法：")
ANY_OPTIONS = Text("[OPTIONS]", "[选项]")
COMMAND_AND_SO_ON = Text("COMMAND ...", "命令 ...")
ARGUMENTS = Text("Arguments:", "参数：")
OPTIONS = Text("Options:", "选项：")
COMMANDS = Text("Commands:", "命令：")
EXAMPLES = Text("Examples:", "示例：")
REQUIRED = Text("[required]", "[必填]")
DEFAULT_IS = Text("[default: {}]", "[默认：{}]")

# Cards.
SUMMARY = Text("how it acts", "作用方式")
EFFECT = Text("expected", "预期效果")
SIDE = Text("side effect", "副作用")
MEASURE = Text("moves", "调整")
SOURCE = Text("source", "来源")
TERM = Text("official term", "官方术语")
ACTIONS = {
    "set": Text("set to {}", "调至{}"),
    "add": Text("plus {}", "增加{}"),
    "scale": Text("times {}", "乘以{}"),
}
CHANGE_OF_LEVER = Text("{}: {} {} ({})", "{}：{}{}（{}）")
BETWEEN_PARTS = Text("; ", "；")
LASTS = Text("for {} days", "为期{}天")

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
EVERY = Text("every", "频率")
BY_DAY = Text("day", "日")
BY_WEEK = Text("week", "周")
SPLIT_BY = Text("split by", "分类")
BETTER = Text("better", "改善方向")
BETTER_IF = {
    "more": Text("more", "上升"),
    "less": Text("less", "下降"),
    "zero": Text("near 0", "趋近0"),
    None: Text("open", "不定"),
}
FIGURE = Text("figure", "指标")
WHOLE_RUN = Text("whole run", "全期")
FROM = Text("from {}", "{}起")
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
COMPARED_WITH = Text("Compared with {}", "与{}对比")
COMPARED = Text("{} against {}", "{}与{}对比")
SELECTION = Text("{}, {} to {}; {}; {} seeds; simulated", "{}，{}至{}；{}；{}个种子；模拟结果")
SCALED = Text("{}; {:g} of the residents", "{}；人口倍数{:g}")
HALF_WIDTHS = Text(
    "Differences with half the width of their 95 % intervals. * resolved; n.r. not resolved; = the same in every run.",
    "差值及95%区间半宽。*：可以判明；未明：未能判明；=：各次运行结果相同。",
)
NAME_AND_UNIT = Text("{} ({})", "{}（{}）")
MARKS = {
    "better": Text("* better", "*改善"),
    "worse": Text("* worse", "*恶化"),
    "changed": Text("*", "*"),
    "unresolved": Text("n.r.", "未明"),
    "same": Text("=", "="),
    "none": Text("–", "–"),
}
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
USUAL_DRAWN = Text(
    "No --indicator was given, so {} is drawn: {}. `linli indicators` lists the others.",
    "未给出--indicator，画出的是{}：{}。其他指标见`linli indicators`。",
)
TITLE_AND_FILE = Text("{} ({})", "{}（{}）")
LOOK = Text("To look at it: linli info {}", "查看摘要：linli info {}")
SOUND = Text("{}: no problems found", "{}：未发现问题")
UNSOUND = Text("{}: has problems", "{}：存在问题")
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
TROUBLE = {
    errno.EACCES: Text("no permission", "没有权限"),
    errno.EPERM: Text("no permission", "没有权限"),
    errno.EROFS: Text("the file system can only be read", "文件系统为只读"),
    errno.ENOENT: Text("there is no such file or folder", "文件或文件夹不存在"),
    errno.EEXIST: Text("is no folder, but a file", "不是文件夹，而是文件"),
    errno.ENOTDIR: Text("is no folder, but a file", "不是文件夹，而是文件"),
    errno.EISDIR: Text("is a folder, not a file", "是文件夹，而不是文件"),
    errno.ENOSPC: Text("the disk is full", "磁盘空间已满"),
}
"""What the system says of a file, by its number."""
WORKER_ENDED = Text(
    "a worker process ended by itself; it may have run out of memory: fewer --jobs need less",
    "工作进程意外终止，可能是内存不足；可减少--jobs",
)
HINT = Text("{} ({} --help shows what is possible)", "{}（用 {} --help 查看用法）")
DID_YOU_MEAN = Text("{}; did you mean {}?", "{}；是否应为{}？")
IS_MISSING = Text("is missing", "缺少此项")
IS_MISSING_OF = Text("is missing; allowed are {}", "缺少此项；可选：{}")
NO_COMMAND = Text("there is no such command; allowed are {}", "没有这个命令；可选：{}")
NO_OPTION = Text("there is no such option", "没有这个选项")
NEEDS_VALUE = Text("needs a value", "须给出取值")
TAKES_NO_VALUE = Text("takes no value", "不接受取值")
TOO_MUCH = Text("is one argument too many", "是多余的参数")
NOT_UNDERSTOOD = Text("this command line is not understood", "无法识别这条命令")
NO_WHOLE_NUMBER = Text("must be a whole number, not {}", "须为整数，而不是{}")
OUT_OF_RANGE = Text("is {}; allowed are {} to {}", "为{}；允许{}至{}")
TOO_MANY_SEEDS = Text("are {}; allowed are up to {}", "共{}个；最多{}个")
NO_NUMBER = Text("must be a number, not {}", "须为数字，而不是{}")
NONE_OF = Text("must be one of {1}, not {0}", "须为以下之一：{1}；而不是{0}")
NAME_AND_VALUE = Text("must be NAME=VALUE, such as mediation.full_time=1.2", "须为名称=值，例如mediation.full_time=1.2")
IS_THE_SCENARIO = Text(
    "this is the scenario itself; results need a file of their own", "这是场景文件本身；结果须写入另一个文件"
)
NO_CARD_WITH = Text(
    "no card has this in its name or in an official term that it belongs to; `linli cards` lists all",
    "没有名称或官方术语中含有该词的卡；全部的卡见`linli cards`",
)
NO_CARD = Text("is no card; there are {}", "不是治理制度卡；现有{}")
NO_FIGURE = Text("no figure has this in its key or name", "没有代号或名称中含有该词的指标")
NO_INDICATOR = Text("no indicator has this in its key or meaning", "没有代号或含义中含有该词的指标")
NO_LEVER = Text("no lever has this in its name or meaning", "没有名称或含义中含有该词的政策杠杆")
NO_TOWN = Text("there is no such town; allowed are {}", "没有这个镇街；可选：{}")
NO_YEAR = Text("is not simulated; allowed are {}", "不在模拟期内；可选：{}")
NOT_USED_BY = Text("is not used by {}", "{}不使用此项")
ONE_FILE = Text("{} takes one result file", "{}只接受一个结果文件")
ONE_SCENARIO = Text(
    "is of another scenario, or has other days or another scale; {} takes files of one scenario",
    "来自另一场景，或日期、人口规模不同；{}只接受同一场景的结果文件",
)
NO_SUCH_PICTURE = Text("is no kind of picture; allowed are {}", "不是可用的图片格式；可选：{}")

#pragma once

/// Everything linli-sim says, in both languages.

#include "core/text.h"

namespace linli::messages {

// Help.
inline constexpr Text program{"Linli: simulates disputes, mediation, policing and trust in a city, person by person.",
                              "邻里：逐人模拟一座城市中的纠纷、调解、警务与信任。"};
inline constexpr Text program_footer{
    "Examples:\n"
    "  linli-sim check scenarios/town/reference.toml           is the scenario sound?\n"
    "  linli-sim run scenarios/town/reference.toml -o town.h5  simulate it\n"
    "  linli-sim info town.h5                                  what happened?\n"
    "  linli-sim run --help                                    all about a command\n"
    "\n"
    "Exit codes: 0 done; 1 something failed on the way; 2 wrong input; 130 interrupted.",
    "示例：\n"
    "  linli-sim check scenarios/town/reference.toml           检查场景文件\n"
    "  linli-sim run scenarios/town/reference.toml -o town.h5  运行模拟\n"
    "  linli-sim info town.h5                                  查看结果摘要\n"
    "  linli-sim run --help                                    查看某个命令的全部说明\n"
    "\n"
    "退出码：0完成；1运行中出错；2输入有误；130被中断。"};
inline constexpr Text help_option{"Show this help", "显示本说明"};
inline constexpr Text version_option{"Show the version", "显示版本"};
inline constexpr Text language_option{"Language of messages: en or zh (default: that of the locale)",
                                      "信息所用的语言：en或zh（默认随系统语言环境）"};
inline constexpr Text json_option{"Print one JSON object instead of text", "输出一个JSON对象，代替文字"};
inline constexpr Text usage_label{"Usage", "用法"};
inline constexpr Text options_label{"OPTIONS", "选项"};
inline constexpr Text command_label{"COMMAND", "命令"};
inline constexpr Text arguments_group{"Arguments", "参数"};
inline constexpr Text options_group{"Options", "选项"};
inline constexpr Text commands_group{"Commands", "命令"};

inline constexpr Text run{"Simulate a scenario and record it in a file", "运行一个场景，把结果写入文件"};
inline constexpr Text run_footer{
    "Examples:\n"
    "  linli-sim run town.toml -o town.h5 --days 90\n"
    "  linli-sim run town.toml -o more-mediators.h5 --set levers.mediation.full_time=1.2\n"
    "  for s in 1 2 3; do linli-sim run town.toml -o town-$s.h5 --seed $s --quiet; done\n"
    "\n"
    "Ctrl-C finishes the day and closes the file, which is then marked incomplete, and leaves a checkpoint beside it,\n"
    "from which --resume goes on as if nothing had been; a second one stops at once.",
    "示例：\n"
    "  linli-sim run town.toml -o town.h5 --days 90\n"
    "  linli-sim run town.toml -o more-mediators.h5 --set levers.mediation.full_time=1.2\n"
    "  for s in 1 2 3; do linli-sim run town.toml -o town-$s.h5 --seed $s --quiet; done\n"
    "\n"
    "按一次 Ctrl-C：算完当天并关闭文件，文件标记为未完成，并在旁边留下检查点，可用 --resume 继续，\n"
    "结果与未中断时相同；再按一次：立即停止。"};
inline constexpr Text scenario_argument{"Scenario file (TOML)", "场景文件（TOML）"};
inline constexpr Text output_option{"Result file to write (HDF5, readable as netCDF-4); required but with --resume",
                                    "要写入的结果文件（HDF5，可按netCDF-4读取）；必填，--resume除外"};
inline constexpr Text resume_option{"Go on with a result that was interrupted, from the checkpoint beside it",
                                    "从结果文件旁的检查点继续被中断的运行"};
inline constexpr Text resume_alone{
    "goes on with the scenario, seed and scale of the result: only --days, --threads, --checkpoint, "
    "--checkpoint-every, "
    "--quiet, --verbose and --json may stand beside it",
    "沿用原结果的场景、种子与人口规模：只能同时使用--days、--threads、--checkpoint、--checkpoint-every、--quiet、"
    "--verbose和--json"};
inline constexpr Text checkpoint_every_option{
    "Save a checkpoint beside the result every so many days: a run that is killed goes on from the last one",
    "每隔若干天在结果旁保存检查点：运行被强行终止后可从最近一次继续"};
inline constexpr Text checkpoint_option{
    "Leave a checkpoint beside the result at the end, too: --resume with more --days goes on",
    "结束时也在结果旁保留检查点：可用--resume加更多--days继续"};
inline constexpr Text from_option{
    "Begin where a checkpoint stands, with the scenario's measures from then on (same world)",
    "从检查点所在日开始，此后按本场景的措施运行（须为同一世界）"};
inline constexpr Text from_alone{
    "keeps the seed and the scale of the checkpoint: --seed and --population-scale do not go with it",
    "沿用检查点的种子与人口规模，不能与--seed和--population-scale同时使用"};
inline constexpr Text earlier_checkpoint{"{}; going on from the checkpoint before it", "{}；改从前一个检查点继续"};
inline constexpr Text to_resume{"To go on: linli-sim run --resume {}", "继续运行：linli-sim run --resume {}"};
inline constexpr Text nothing_left{"has been lived to its end; --days says how far to go on",
                                   "已运行至结束；请用--days指定继续到第几天"};
inline constexpr Text resuming{"Going on with {}, from day {}", "继续运行{}，从第{}天起"};
inline constexpr Text seed_option{"Seed of the random draws (default: the scenario's)",
                                  "随机数种子（默认取场景中的值）"};
inline constexpr Text threads_option{"Threads (default: one per core); never changes results",
                                     "线程数（默认每核一个）；不影响结果"};
inline constexpr Text days_option{"Simulate only so many days from the start", "只模拟从开始日期起的若干天"};
inline constexpr Text scale_option{
    "Multiply the residents of every town; grids and offices become fewer or more, not smaller (default 1)",
    "各镇街人口乘以此倍数；网格与机构只增减数量，规模不变（默认1）"};
inline constexpr Text set_option{"Replace a value of the scenario; may be repeated", "替换场景中的一个值；可重复使用"};
inline constexpr Text force_option{"Replace the result file if it exists", "结果文件已存在时予以覆盖"};
inline constexpr Text quiet_option{"Show neither progress nor closing words", "不显示进度和结束语"};
inline constexpr Text verbose_option{"Also log the time each phase of a day took", "同时记录一天中各阶段所用的时间"};

inline constexpr Text check{"Check scenarios without running them", "检查场景文件而不运行"};
inline constexpr Text check_footer{
    "Names every problem with its place. Exit code 0: all scenarios are sound; 2: there are problems.",
    "逐条指出问题及其位置。退出码0：全部无误；2：存在问题。"};
inline constexpr Text info{"Sum up a result file", "显示结果文件的摘要"};
inline constexpr Text info_argument{"Result file", "结果文件"};
inline constexpr Text levers{"List what a policy can move", "列出措施可以调整的政策杠杆"};
inline constexpr Text parameters{"List what the model assumes", "列出模型的参数假设"};
inline constexpr Text cards{"List the governance systems that a scenario can play", "列出场景可以启用的治理制度卡"};
inline constexpr Text cards_footer{
    "A scenario plays a card with [[cards]] and its id, or with the file of a card of your own.",
    "在场景中用[[cards]]写明编号即可启用；自己编写的卡则写明文件。"};
inline constexpr Text show_card{"Show one card: what it does, what it costs and what to expect of it",
                                "显示一张卡：措施、成本与预期效果"};
inline constexpr Text card_argument{"Id of a card, or a file", "卡的编号，或文件"};
inline constexpr Text schema{"Print the JSON schema of scenario files, for editors",
                             "输出场景文件的JSON Schema，供编辑器使用"};
inline constexpr Text describe{"Describe the model: the day's phases; with --json everything that it lists",
                               "描述模型：一天的各个阶段；加--json则输出模型的全部清单"};
inline constexpr Text describe_footer{
    "The object of --json holds phases, state variables, parameters, levers with costs, kinds, indicators, signposts "
    "and\n"
    "shocks, in both languages. docs/model.md is written from it.",
    "--json输出的对象包含阶段、状态变量、参数、政策杠杆及成本、类别、指标、条件指标和冲击，均为中英双语。\n"
    "docs/zh/model.md即由此生成。"};

// Tables.
inline constexpr Text name_column{"name", "名称"};
inline constexpr Text default_column{"default", "默认值"};
inline constexpr Text range_column{"range", "范围"};
inline constexpr Text unit_column{"unit", "单位"};
inline constexpr Text cost_column{"cost of one unit", "单位成本"};
inline constexpr Text meaning_column{"what it is", "含义"};
inline constexpr Text id_column{"id", "编号"};
inline constexpr Text english_column{"English name", "英文名称"};
inline constexpr Text chinese_column{"Chinese name", "中文名称"};
inline constexpr Text lever_column{"lever", "政策杠杆"};
inline constexpr Text change_column{"at full strength", "全部力度时"};
inline constexpr Text set_to{"{}", "设为{}"};
inline constexpr Text add_to{"{:+}", "增加{}"};
inline constexpr Text scale_by{"times {}", "乘以{}"};
inline constexpr Text lasts_days{"{}, for {} days", "{}，持续{}天"};
inline constexpr Text source_line{"Source: {}", "来源：{}"};
inline constexpr Text effect_line{"Effect: {}", "直接效果：{}"};
inline constexpr Text side_line{"Side effect: {}", "副作用：{}"};
inline constexpr Text file_line{"File: {}", "文件：{}"};
inline constexpr Text no_cost{"-", "-"};
inline constexpr Text unit_cost{"{} yuan {}", "{1}{0}元"};
inline constexpr Text phase_column{"phase of a day", "一天的阶段"};
inline constexpr Text writes_column{"what it may change", "可以改变的状态"};
inline constexpr Text more_in_json{"--json lists the whole model; docs/model.md explains it.",
                                   "--json输出整个模型的清单；说明见docs/zh/model.md。"};
inline constexpr Text range{"{} to {}", "{}至{}"};
inline constexpr Text label_of_kind{"{}: {}", "{}：{}"};

// A run.
inline constexpr Text progress{"day {}/{}  {}  {} people  {} events  {} left", "第{}/{}天  {}  {}人  {}个事件  剩余{}"};
inline constexpr Text progress_line{"{}: day {} of {}, {} people, {} events, {} left",
                                    "{}：第{}天，共{}天，{}人，{}个事件，剩余{}"};
inline constexpr Text phase_time{"{}: {:.3f} s", "{}：{:.3f}秒"};
inline constexpr Text preparing{"Making the population of {}", "正在生成人口：{}"};
inline constexpr Text finished{"Simulated {} days in the lives of {} people in {} s: {} events.",
                               "已模拟{1}人{0}天的生活，用时{2}秒，共{3}个事件。"};
inline constexpr Text stopping{"Stopping after the day under way; once more stops at once and keeps nothing.",
                               "将在当天结束后停止；再按一次立即退出，且不保留结果。"};
inline constexpr Text interrupted{"Interrupted: {} of {} days are done. The file holds these and is marked incomplete.",
                                  "已中断：已完成{}天，全程{}天。文件保存了已完成的部分，并标记为未完成。"};
inline constexpr Text written{"Written to {}", "结果已写入 {}"};
inline constexpr Text look{"To look at it: linli-sim info {}", "查看摘要：linli-sim info {}"};
inline constexpr Text note{"note: {}", "提示：{}"};
inline constexpr Text sound{"{}: no problems found", "{}：未发现问题"};
inline constexpr Text spending{"expected spending, million yuan", "预计支出（百万元）"};
inline constexpr Text without_cards{"of it without cards", "其中：未启用任何卡"};
inline constexpr Text added_by_card{"added by {}: {}", "{}增加：{}"};
inline constexpr Text added_by_measures{"added by the measures", "措施增加"};
inline constexpr Text spending_total{"total", "合计"};
inline constexpr Text spending_budget{"budget", "预算"};
inline constexpr Text spending_note{
    "Subsidies for settled cases and rewards for leads come on top. A conditional measure counts where it costs more.",
    "另加按调解成功件数和有效线索数支付的补贴与奖金。附条件的措施如会增加支出，则计算在内。"};

// Complaints.
inline constexpr Text error{"error: {}", "错误：{}"};
inline constexpr Text bad_command_line{"{} (linli-sim --help shows what is possible)",
                                       "命令行有误：{}（用 linli-sim --help 查看用法）"};
inline constexpr Text missing_command{"a command is missing", "缺少命令"};
inline constexpr Text missing_argument{"something is missing: {}", "缺少必需的内容：{}"};
inline constexpr Text unknown_argument{"unknown argument: {}", "无法识别的参数：{}"};
inline constexpr Text bad_value{"a value cannot be used: {}", "取值不可用：{}"};
inline constexpr Text overwrites_scenario{"this is the scenario itself; results need a file of their own",
                                          "这是场景文件本身；结果须写入另一个文件"};
inline constexpr Text no_output{"standard output cannot be written to", "无法写入标准输出"};
inline constexpr Text out_of_memory{"there is not enough memory for this run; a smaller --population-scale needs less",
                                    "内存不足，无法运行；可用 --population-scale 缩小人口规模"};
inline constexpr Text bug{"this is a bug in linli-sim: {}", "这是 linli-sim 的程序错误：{}"};

}  // namespace linli::messages

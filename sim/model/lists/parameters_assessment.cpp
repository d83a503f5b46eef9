/// The list of parameters: what pressure on recorded targets does to officials. Distortion under targets is described
/// for many fields (Campbell 1979); its sizes here are priors.

#include "model/lists/parameter_list.h"

namespace linli {

void list_assessment(Parameters::Assessment& p, const ParameterVisit& visit) {
  const ParameterList list("assessment", visit);
  list(p.paper_closure, "paper_closure", {"closure on paper", "纸面结案"}, "share", 0, 1,
       {"failed mediations and petitions closed on paper at full pressure",
        "考核压力最大时，调解或信访未果而纸面结案的比例"},
       "prior");
  list(p.discouraged, "discouraged", {"filings turned away", "劝返"}, "share", 0, 1,
       {"suits and petitions turned away at full pressure", "考核压力最大时，起诉与信访被劝返的比例"}, "prior");
  list(p.under_recording, "under_recording", {"under-recording", "瞒报"}, "share", 0, 1,
       {"minor reports that are not recorded at full pressure", "考核压力最大时，轻微报案未予记录的比例"}, "prior");
  list(p.haste, "haste", {"haste of mediators", "调解赶工"}, "share", 0, 0.9,
       {"share of a meeting's hours cut at full pressure", "考核压力最大时，调解工时被压缩的比例"}, "prior");
  list(p.bad_contact, "bad_contact", {"resentment of being turned away", "被劝返的反感"}, "share", 0, 1,
       {"those turned away, or whose case was closed on paper, who feel badly treated",
        "被劝返或被纸面结案者中感到受到不公对待的比例"},
       "prior");
}

}  // namespace linli

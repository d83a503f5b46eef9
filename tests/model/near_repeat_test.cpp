// A5: the field of near repeats on a periodic lattice, with the production functions choose_place and relax_boost.
//
// Every home makes Poisson(Gamma) attempts a day, all of which succeed. An attempt from home h goes to site j of its
// neighbourhood (itself and the four next to it) with probability K_hj A_j / (K A)_h, A = A0 + B, K = 1/5 each. A day
// ends as in the model: B <- (1 - omega)(B + eta L B), then theta for every event, which is how offenders meet it.
//
// Mean. L conserves the sum over space, and there are Gamma events per site and day wherever they go, so in the mean
// b = (1 - omega) b + theta Gamma: b = theta Gamma / omega exactly, whatever eta. (Were theta added before the field
// fades, it would be theta Gamma (1 - omega) / omega.)
//
// Stability. Let B = b + u, u a small wave of number k, with lattice mean c = (cos kx + cos ky) / 2 over the four
// neighbours: L u = -s u with s = 1 - c, and K u = q u with q = 1 - 4 s / 5. To first order in u the events at j are
// Gamma (1 + (1 - q^2) u_j / A): a stronger site wins from the others (1), and makes its neighbourhood share the same
// attempts (-q^2). So each day multiplies u by
//
//     g = (1 - omega)(1 - eta s) + omega phi (1 - q^2),     phi = b / (A0 + b),
//
// the share of attraction that events make. Walkers who climb gradients (Short et al. 2008) can make g exceed 1; this
// rule cannot: phi < 1 and 1 - q^2 <= 1, hence g < 1, and the flat field is stable for every parameter. What structure
// there is comes from chance, and feedback decides how long it lives. An event alone fades by 1 - omega a day. A wave
// outlives the events that made it if g > 1 - omega, that is if feedback beats diffusion,
//
//     omega phi (1 - q^2) > (1 - omega) eta s;    for long waves, 1 - q^2 -> 8 s / 5:    eta < eta* = 1.6 phi omega /
//     (1 - omega).
//
// Below eta*, patterns last for up to 1 / (1 - g) days, without bound as phi -> 1 and eta -> 0; above, every wave is
// gone before its events are.
//
// Size. Events are Poisson, so that noise of variance theta^2 Gamma per site enters every day. A mode is then an
// autoregression with factor g: the mean of it over T days has variance v (1/T)((1 + g)/(1 - g) - 2 g (1 - g^T) / (T (1
// - g)^2)), v = theta^2 Gamma / (1 - g^2); the mean over all k but 0, divided by b^2, is the squared coefficient of
// variation over space of the field's mean over time.

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "processes/crime.h"

namespace linli {
namespace {

constexpr int side = 20, sites = side * side;

struct Assumed {
  double base = 1.0;      // A0
  double boost = 0.2;     // theta
  double attempts = 0.5;  // Gamma [1/(site, day)]
  double memory = 15.0;   // 1 / omega [days]
  double spread = 0.05;   // eta
  Day warm_up = 300, days = 1500;

  double omega() const { return 1.0 / memory; }
  double mean_boost() const { return boost * attempts * memory; }
  double feedback() const { return mean_boost() / (base + mean_boost()); }  // phi
  double critical_spread() const { return 1.6 * feedback() * omega() / (1.0 - omega()); }
};

/// Links every site to its four neighbours, and to itself by another weight.
GridMatrix lattice(float self, float neighbour) {
  std::vector<Eigen::Triplet<float>> entries;
  const auto site = [](int x, int y) { return (y + side) % side * side + (x + side) % side; };
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      entries.emplace_back(site(x, y), site(x, y), self);
      for (int next : {site(x + 1, y), site(x - 1, y), site(x, y + 1), site(x, y - 1)})
        entries.emplace_back(site(x, y), next, neighbour);
    }
  GridMatrix matrix(sites, sites);
  matrix.setFromTriplets(entries.begin(), entries.end());
  return matrix;
}

/// A city of sites where everything but the field stays as it is.
class Lattice {
 public:
  explicit Lattice(const Assumed& assumed) : assumed_(assumed) {
    crime_.boost_memory = assumed.memory;
    crime_.boost_spread = assumed.spread;
    streets_.base[0].setConstant(sites, static_cast<float>(assumed.base));
    streets_.boost[0].setConstant(sites, static_cast<float>(assumed.mean_boost()));
    streets_.solved.setZero(sites);
  }

  /// The field's mean over time, after the warm-up.
  Eigen::ArrayXd mean_boost() {
    Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(sites);
    for (Day day = 0; day < assumed_.warm_up + assumed_.days; ++day) {
      if (day >= assumed_.warm_up) sum += boost().cast<double>();
      live(day);
    }
    return sum / assumed_.days;
  }

 private:
  Eigen::ArrayXf& boost() { return streets_.boost[0]; }

  void live(Day day) {
    Eigen::ArrayXf events = Eigen::ArrayXf::Zero(sites);
    for (std::uint32_t home = 0; home < sites; ++home) {
      Draws draws(1, Purpose::crime, home, static_cast<std::uint32_t>(day));
      for (std::uint32_t left = poisson(draws, assumed_.attempts); left > 0; --left)
        events[choose_place(journey_, streets_, OffenceType::theft, Id<Grid>(home), draws).row] += 1.0f;
    }
    relax_boost(crime_, laplacian_, boost());
    boost() += static_cast<float>(assumed_.boost) * events;
  }

  Assumed assumed_;
  Parameters::Crime crime_;
  Streets streets_;
  GridMatrix journey_ = lattice(0.2f, 0.2f), laplacian_ = lattice(-1.0f, 0.25f);
};

/// What a day multiplies a wave by.
double growth(const Assumed& assumed, double s) {
  const double q = 1.0 - 0.8 * s;
  return (1.0 - assumed.omega()) * (1.0 - assumed.spread * s) + assumed.omega() * assumed.feedback() * (1.0 - q * q);
}

template <class Visit>
void for_each_wave(const Visit& visit) {
  const auto turn = [](int k) { return std::cos(2.0 * std::numbers::pi * k / side); };
  for (int x = 0; x < side; ++x)
    for (int y = 0; y < side; ++y)
      if (x + y > 0) visit(1.0 - (turn(x) + turn(y)) / 2.0);
}

double predicted_variation(const Assumed& assumed) {
  double sum = 0.0;
  for_each_wave([&](double s) {
    const double g = growth(assumed, s), days = assumed.days;
    const double v = assumed.boost * assumed.boost * assumed.attempts / (1.0 - g * g);
    sum += v / days * ((1.0 + g) / (1.0 - g) - 2.0 * g * (1.0 - std::pow(g, days)) / (days * (1.0 - g) * (1.0 - g)));
  });
  return std::sqrt(sum / sites) / assumed.mean_boost();
}

double variation(const Eigen::ArrayXd& field) {
  return std::sqrt((field - field.mean()).square().mean()) / field.mean();
}

constexpr Assumed strong_diffusion{.base = 1.0, .boost = 0.05, .attempts = 0.6, .spread = 0.4};
constexpr Assumed strong_feedback{.base = 0.02, .boost = 0.2, .attempts = 0.2, .spread = 0.002};

TEST(NearRepeatField, HasTheMeanOfItsEventsWhateverTheDiffusion) {
  for (double spread : {0.0, 0.05, 0.5}) {
    const Assumed assumed{.spread = spread};
    EXPECT_NEAR(Lattice(assumed).mean_boost().mean() / assumed.mean_boost(), 1.0, 0.02) << spread;
  }
}

TEST(NearRepeatField, IsStableWhenFlatForEveryParameter) {
  for (double base : {0.001, 0.1, 1.0})
    for (double spread : {0.0, 0.05, 0.5})
      for_each_wave([&](double s) { EXPECT_LT(growth({.base = base, .spread = spread}, s), 1.0); });
}

TEST(NearRepeatField, LetsWavesOutliveTheirEventsOnlyBelowTheCriticalDiffusion) {
  const auto outlive = [](const Assumed& assumed) {
    int waves = 0;
    for_each_wave([&](double s) { waves += growth(assumed, s) > 1.0 - assumed.omega(); });
    return waves;
  };
  Assumed assumed;
  assumed.spread = 1.001 * assumed.critical_spread();
  EXPECT_EQ(outlive(assumed), 0);
  assumed.spread = 0.95 * assumed.critical_spread();
  EXPECT_GT(outlive(assumed), 0);
}

TEST(NearRepeatField, IsFlatForStrongDiffusionAndPatternedForStrongFeedback) {
  ASSERT_GT(strong_diffusion.spread, strong_diffusion.critical_spread());
  ASSERT_LT(strong_feedback.spread, strong_feedback.critical_spread());
  EXPECT_LT(variation(Lattice(strong_diffusion).mean_boost()), 0.02);
  EXPECT_GT(variation(Lattice(strong_feedback).mean_boost()), 0.3);
}

TEST(NearRepeatField, VariesOverSpaceAsMuchAsChanceAndFeedbackMakeIt) {
  // Linear in the fluctuations, hence small ones; a field of 400 sites gives its own variation to about 5 %.
  for (const Assumed& assumed : {Assumed{}, strong_diffusion, Assumed{.base = 0.3, .boost = 0.05, .spread = 0.01}})
    EXPECT_NEAR(variation(Lattice(assumed).mean_boost()) / predicted_variation(assumed), 1.0, 0.15) << assumed.spread;
}

}  // namespace
}  // namespace linli

#pragma once

/// The 33 towns of Dongguan (census 2020) and small worlds for tests.

#include <vector>

#include "model/scenario/scenario.h"

namespace linli::testing {

inline const std::vector<TownFacts> dongguan_towns = {
    {"441900003", "东城街道", "Dongcheng", 597192, 105, 113.79, 23.02, Character::core, 0.95},
    {"441900004", "南城街道", "Nancheng", 418288, 57, 113.745, 23.00, Character::core, 0.90},
    {"441900005", "万江街道", "Wanjiang", 328856, 49, 113.73, 23.05, Character::core, 0.90},
    {"441900006", "莞城街道", "Guancheng", 173957, 11, 113.755, 23.045, Character::old_town, 0.65},
    {"441900101", "石碣镇", "Shijie", 282255, 36, 113.80, 23.10, Character::industrial, 1.02},
    {"441900102", "石龙镇", "Shilong", 144762, 14, 113.86, 23.11, Character::old_town, 0.70},
    {"441900103", "茶山镇", "Chashan", 219333, 45, 113.875, 23.07, Character::industrial, 1.00},
    {"441900104", "石排镇", "Shipai", 235194, 49, 113.93, 23.085, Character::industrial, 1.02},
    {"441900105", "企石镇", "Qishi", 169396, 58, 114.01, 23.065, Character::industrial, 0.98},
    {"441900106", "横沥镇", "Hengli", 278858, 45, 113.965, 23.02, Character::industrial, 1.05},
    {"441900107", "桥头镇", "Qiaotou", 207294, 56, 114.09, 23.005, Character::industrial, 1.02},
    {"441900108", "谢岗镇", "Xiegang", 106152, 91, 114.14, 22.965, Character::hill, 1.00},
    {"441900109", "东坑镇", "Dongkeng", 187877, 24, 113.94, 22.99, Character::industrial, 1.03},
    {"441900110", "常平镇", "Changping", 444894, 103, 114.00, 22.975, Character::industrial, 1.02},
    {"441900111", "寮步镇", "Liaobu", 513090, 72, 113.875, 22.995, Character::industrial, 1.03},
    {"441900112", "樟木头镇", "Zhangmutou", 173875, 119, 114.07, 22.91, Character::hill, 1.00},
    {"441900113", "大朗镇", "Dalang", 556778, 98, 113.93, 22.94, Character::industrial, 1.05},
    {"441900114", "黄江镇", "Huangjiang", 283426, 93, 113.995, 22.875, Character::industrial, 1.08},
    {"441900115", "清溪镇", "Qingxi", 344303, 140, 114.155, 22.845, Character::hill, 1.06},
    {"441900116", "塘厦镇", "Tangxia", 629016, 128, 114.09, 22.815, Character::industrial, 1.08},
    {"441900117", "凤岗镇", "Fenggang", 417430, 83, 114.14, 22.745, Character::industrial, 1.08},
    {"441900118", "大岭山镇", "Dalingshan", 366101, 95, 113.84, 22.90, Character::industrial, 1.05},
    {"441900119", "长安镇", "Chang'an", 807391, 98, 113.80, 22.805, Character::industrial, 1.12},
    {"441900121", "虎门镇", "Humen", 838144, 179, 113.675, 22.82, Character::industrial, 1.00},
    {"441900122", "厚街镇", "Houjie", 550807, 126, 113.68, 22.94, Character::industrial, 1.02},
    {"441900123", "沙田镇", "Shatian", 210175, 107, 113.615, 22.90, Character::delta, 0.92},
    {"441900124", "道滘镇", "Daojiao", 159502, 54, 113.675, 23.00, Character::delta, 0.82},
    {"441900125", "洪梅镇", "Hongmei", 65325, 33, 113.61, 22.99, Character::delta, 0.80},
    {"441900126", "麻涌镇", "Machong", 182416, 87, 113.555, 23.05, Character::delta, 0.78},
    {"441900127", "望牛墩镇", "Wangniudun", 86960, 32, 113.655, 23.055, Character::delta, 0.75},
    {"441900128", "中堂镇", "Zhongtang", 196890, 60, 113.655, 23.09, Character::delta, 0.78},
    {"441900129", "高埗镇", "Gaobu", 169923, 30, 113.74, 23.085, Character::industrial, 0.97},
    {"441900401", "松山湖", "Songshan Lake", 120765, 72, 113.89, 22.92, Character::park, 0.85},
};

/// A world whose residents add up.
inline World world_of(std::vector<TownFacts> towns, int communities, int grids) {
  World world;
  for (const TownFacts& town : towns) world.residents += town.residents;
  world.towns = std::move(towns);
  world.communities = communities;
  world.grids = grids;
  return world;
}

inline World dongguan() {
  return world_of(dongguan_towns, 593, 2894);
}

/// One town of about 100,000.
inline World single_town() {
  return world_of({{"T1", "小镇", "Smalltown", 100'003, 30.0, 113.75, 23.0, Character::industrial, 1.0}}, 6, 28);
}

}  // namespace linli::testing

/** The names of one culture; in the order in which a full name is written. */
export interface Culture {
  /** ISO 3166 code of a country where such names are usual. */
  readonly country: string;
  /** ISO 639 code of the language that such a person probably writes. */
  readonly language: string;
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** What stands between the two; the family name stands first where `familyFirst` is set. */
  readonly separator?: string;
  readonly familyFirst?: true;
}

const words = (text: string) => text.split(" ");

/** The cultures that people come from. */
export const cultures: readonly Culture[] = [
  {
    country: "US",
    language: "en",
    given: words("Ava Marcus Chloe Darnell Grace Tyler Naomi Wyatt Keisha Caleb Hannah Jordan Brooke Elijah"),
    family: words("Whitfield Carver Boone Langley Prescott Hargrove Ellison Tate Mercer Holloway Bledsoe Rowan"),
  },
  {
    country: "GB",
    language: "en",
    given: words("Imogen Callum Freya Alistair Poppy Rhys Niamh Fergus Beatrix Declan Saoirse Owen"),
    family: words("Ashworth Pemberton MacLeod Gallagher O’Neill Thornbury Llewellyn Bristow Kavanagh Fairclough"),
  },
  {
    country: "ES",
    language: "es",
    given: words("Lucía Álvaro Inés Íñigo Marisol Joaquín Begoña Andrés Nuria Ramón Belén Óscar"),
    family: words("Núñez Ibáñez Castaño Requena Peña Valdés Muñoz Echeverría Sáenz Quiroga Urrutia"),
  },
  {
    country: "MX",
    language: "es",
    given: words("Ximena Emiliano Citlali Rodrigo Guadalupe Cuauhtémoc Renata Santiago Itzel Héctor"),
    family: words("Villaseñor Escobedo Zamora Arriaga Cárdenas Montaño Olvera Treviño Zepeda Huerta"),
  },
  {
    country: "FR",
    language: "fr",
    given: words("Élodie Théo Camille Gaëlle Rémi Maëlys Loïc Clémence Anaïs Étienne Océane Noé"),
    family: words("Lefèvre Garnier Béranger Chevalier Rousselot Delacroix Fontaine Guérin Vasseur Marchand"),
  },
  {
    country: "DE",
    language: "de",
    given: words("Anneliese Jürgen Lena Björn Katharina Sören Mareike Günther Friederike Till Käthe Jonas"),
    family: words("Weißmüller Brandt Köhler Hoffmann Schäfer Lindemann Vogt Grünwald Krüger Petersen Döring"),
  },
  {
    country: "BR",
    language: "pt",
    given: words("Thaís João Conceição Caio Larissa Antônio Débora Vinícius Rayane Otávio Luísa Murilo"),
    family: words("Gonçalves Araújo Nogueira Falcão Brandão Teixeira Magalhães Siqueira Peixoto Assunção"),
  },
  {
    country: "PL",
    language: "pl",
    given: words("Małgorzata Łukasz Zofia Wojciech Agnieszka Paweł Bożena Grzegorz Jagoda Michał"),
    family: words("Wiśniewska Dąbrowski Zieliński Krawczyk Gołębiewska Szczepaniak Wójcik Żuraw Pająk"),
  },
  {
    country: "TR",
    language: "tr",
    given: words("Elif Çağrı Ayşe Mehmet Gülşen Oğuz Zeynep Barış Şule Emre İpek Kerem"),
    family: words("Yıldız Öztürk Demirtaş Kılıç Şahin Aydoğan Çetin Güneş Korkmaz Erdoğmuş"),
  },
  {
    country: "IN",
    language: "en",
    given: words("Ananya Rohan Priyanka Vikram Meera Arjun Lakshmi Siddharth Kavya Harpreet Ishaan Nandini"),
    family: words("Iyer Deshpande Chatterjee Reddy Gill Menon Bhattacharya Kulkarni Rathore Nair Thakur"),
  },
  {
    country: "NG",
    language: "en",
    given: words("Adaeze Chinedu Folake Emeka Ngozi Tunde Amarachi Babatunde Yetunde Obinna Halima Ifeoma"),
    family: words("Okafor Adeyemi Nwosu Balogun Eze Ogunleye Abubakar Onyekachi Afolabi Danjuma"),
  },
  {
    country: "KE",
    language: "en",
    given: words("Wanjiru Kipchoge Akinyi Mwangi Njeri Otieno Zawadi Baraka Makena Kamau"),
    family: words("Kariuki Ochieng Mutua Wekesa Njoroge Cheruiyot Odhiambo Waweru Kiplagat"),
  },
  {
    country: "VN",
    language: "vi",
    given: words("Thảo Minh Hương Tuấn Lan Đức Ngọc Phúc Quỳnh Long"),
    family: words("Nguyễn Trần Phạm Đặng Bùi Đỗ Huỳnh Võ Lê"),
    familyFirst: true,
  },
  {
    country: "JP",
    language: "ja",
    given: words("美咲 健太 由紀 翔 さくら 大輔 陽子 直樹 結衣 蓮"),
    family: words("佐藤 高橋 渡辺 小林 山本 中村 松井 藤原 長谷川"),
    separator: " ",
    familyFirst: true,
  },
  {
    country: "CN",
    language: "zh",
    given: words("伟 婷婷 志强 雪梅 子涵 建国 晓燕 浩然 丽华 俊杰"),
    family: words("王 李 张 刘 陈 赵 黄 周 欧阳"),
    separator: "",
    familyFirst: true,
  },
  {
    country: "KR",
    language: "ko",
    given: words("서연 민준 지우 도윤 하은 현우 수빈 준호 예진"),
    family: words("김 이 박 최 정 강 조 윤 한"),
    separator: "",
    familyFirst: true,
  },
  {
    country: "AE",
    language: "ar",
    given: words("محمد فاطمة أحمد ليلى يوسف نور عمر مريم خالد سارة"),
    family: words("العلي الحداد منصور الخطيب النجار حمدان الشامي السويدي"),
  },
  {
    country: "UA",
    language: "uk",
    given: words("Олена Тарас Ірина Богдан Соломія Андрій Оксана Дмитро Марічка"),
    family: words("Шевченко Коваль Бондаренко Мельник Лисенко Гнатюк Савчук Кравець"),
  },
  {
    country: "GR",
    language: "el",
    given: words("Ελένη Νίκος Δήμητρα Γιάννης Σοφία Κώστας Αναστασία"),
    family: words("Παπαδόπουλος Γεωργίου Οικονόμου Δημητρίου Αντωνίου Βλάχος"),
  },
];

/**
 * The material of made-up company names. A word is written as its owners would; where stripping accents does not
 * give plain Latin letters, they follow after `=`. `names` are invented, `trades` say what such a company does.
 */
export type Tongue = { joiner: " " | ""; names: string; trades: string; ends: string[]; says: string };

export const tongues: Tongue[] = [
  {
    joiner: " ",
    names:
      "Alderfin Bramwick Corvane Dunmarrow Elmsley Fernholt Glenmora Harrowell Inkworth Junipera Kestrelle Larkfield Maplewick Northwin Oakhaven Pennantry Quillon Rookmere Silverwick Thornley",
    trades:
      "Feeds Catalog Listings Commerce Sync Stock Channels Trade Bridge Markets Retail Orders Data Offers Relay Shelf Products Export Pricing Harbour",
    ends: ["", "", "Ltd", "Inc."],
    says: "Sends your catalogue, stock and prices to every marketplace you sell on.",
  },
  {
    joiner: " ",
    names:
      "Bellorée Clairvane Dorlise Éclatis Florémont Givrelle Hélianor Jolinay Lavandre Mérivel Noirvent Océlia Pérouvel Rosévan Solénia Tréviane Valdoré Ysérine Zéphirelle Ambrevie",
    trades:
      "Flux Catalogue Vente Réseau Marché Offres Étalage Négoce Commandes Vitrine Passerelle Rayons Connexion Diffusion Export Boutique Échanges Référence Colis Données",
    ends: ["", "", "SAS", "& Fils"],
    says: "Vos offres, vos stocks et vos commandes, synchronisés sur toutes les places de marché.",
  },
  {
    joiner: " ",
    names:
      "Ährenfels Brückenau Dörrwald Eichgrün Förstlin Grünkamp Höhenbrück Jägertal Königsau Lüttwig Mühlbrand Nördlin Örtling Püttfeld Rüstwerk Schönfurt Tännchen Überstein Würzbach Zöllfried",
    trades:
      "Warenfluss Katalog Handel Angebote Schnittstelle Lager Märkte Vertrieb Sortiment Bestand Artikel Bestellungen Datenwerk Kanäle Preise Verkauf Versand Verbund Regal Brücke",
    ends: ["", "GmbH", "AG", "KG"],
    says: "Artikel, Bestände und Bestellungen in einem Fluss, für kleine und große Händler.",
  },
  {
    joiner: " ",
    names:
      "Almaréa Brisaluz Caramí Doravela Espiñal Florisa Garzalú Hondalia Islareña Jazmelia Lunarí Maristela Niñarosa Olivarte Peñamar Quintalba Rocíalba Solmarín Tierralba Vientoazul",
    trades:
      "Catálogo Mercados Ventas Conexión Envíos Tiendas Comercio Surtido Pedidos Ofertas Almacén Enlace Canales Datos Precios Puente Vitrina Red Artículos Gestión",
    ends: ["", "", "S.L.", "e Hijos"],
    says: "Publica tu catálogo en varios mercados y recibe todos los pedidos en un solo lugar.",
  },
  {
    joiner: " ",
    names:
      "Albaranta Borgoverde Cortevia Dolcemara Fiordalba Girasolea Lagoscuro Montefalda Nuvolari Ondachiara Pietranera Querciola Rivachiara Serramonte Torrelume Umbrasole Vallefiore Zafferia Castelvia Lumedoro",
    trades:
      "Catalogo Mercati Vendite Flussi Negozi Commercio Ordini Offerte Magazzino Ponte Canali Dati Prezzi Vetrina Rete Articoli Spedizioni Bottega Qualità Città",
    ends: ["", "", "S.r.l.", "S.p.A."],
    says: "Cataloghi, prezzi e ordini allineati su tutti i tuoi canali di vendita.",
  },
  {
    joiner: " ",
    names:
      "Açoriana Brisamar Coraçália Douravela Estrelã Fontelã Guimarela Horizãlia Ilhavela Jardinália Luzitãna Marésia Nascentia Olivália Pinhália Quintelã Ribeirália Serrália Tejália Verdelã",
    trades:
      "Catálogo Mercados Vendas Ligação Lojas Comércio Encomendas Ofertas Armazém Ponte Canais Dados Preços Montra Rede Artigos Envios Integração Estoque Feira",
    ends: ["", "", "Lda.", "S.A."],
    says: "Integra a sua loja com os mercados da Europa e mantém o estoque sempre certo.",
  },
  {
    joiner: " ",
    names:
      "Achterdijk Boterveld Duinroos Eikenhof Fluithoek Groenewiel Havenlust Ijsvogelaar Kaasjeskruid Lindewaard Molenkreek Noorderlicht Oeverzicht Polderwind Rietkraag Sluiswerk Torenvalk Veenhoeve Waterlinie Zuiderstrand",
    trades:
      "Handel Catalogus Koppeling Winkels Voorraad Markten Bestellingen Aanbod Kanalen Gegevens Prijzen Verkoop Brug Assortiment Export Feeds Stroom Schap Verzending Beheer",
    ends: ["", "", "B.V.", "en Zonen"],
    says: "Koppelt je winkel aan elke marktplaats, zonder dubbel werk.",
  },
  {
    joiner: " ",
    names:
      "Bursztynka Czerwień Dąbrowin Fiołkowa=fiolkowa Gwiaździn Jaśminek Kłosek=klosek Leśnica Miętowa Nadrzecze Oliwin Perłowa=perlowa Różany Słonecznik=slonecznik Śnieżka Trawnik Wierzbin Zielony Źródlin=zrodlin Żurawin",
    trades:
      "Katalog Handel Oferty Rynek Sklepy Magazyn Zamówienia Kanały=kanaly Dane Ceny Sprzedaż Most Półka=polka Eksport Towary Sieć Łącznik=lacznik Wysyłka=wysylka Integracja Hurt",
    ends: ["", "", "sp. z o.o.", "S.A."],
    says: "Łączymy sklepy z platformami sprzedaży: oferty, ceny i zamówienia w jednym miejscu.",
  },
  {
    joiner: " ",
    names:
      "Březinka Černoles Dubovec Erbenka Fialkov Habřina Jedlová Kaštánek Lipová Měsíček Novoměst Olšina Příbojka Růžovka Šípkov Třešňák Úsvitka Višňov Zlatoles Žitava",
    trades:
      "Katalog Obchod Nabídky Trhy Sklad Objednávky Kanály Data Ceny Prodej Most Zboží Síť Export Výloha Zásilky Propojení Sortiment Police Řešení",
    ends: ["", "", "s.r.o.", "a.s."],
    says: "Propojíme váš e-shop s tržišti a pohlídáme skladové zásoby.",
  },
  {
    joiner: " ",
    names:
      "Åkerö=akero Björkdal Dalvik Ekhöjden Fjällro Gråsten Havsö Isåker Järnvik Klövern Långsjö Måneborg Norrskär Ödeshög Pärlan Rönnby Sjövik Tångby Älvnäs Östanvind",
    trades:
      "Katalog Handel Flöde Butiker Lager Marknad Order Erbjudanden Kanaler Data Priser Försäljning Bro Varor Nät Export Hylla Frakt Koppling Sortiment",
    ends: ["", "", "AB", "& Söner"],
    says: "Ett flöde för sortiment, lager och order till alla marknadsplatser.",
  },
  {
    joiner: " ",
    names:
      "Akçadağ Bahçeli Çınarlı=cinarli Değirmen Erguvan Fıstıklı=fistikli Gülbahar Hisarönü Ilgın=ilgin İncirli Kırmızı=kirmizi Leylaklı=leylakli Menekşe Nilüferli Özdere Pınarbaşı=pinarbasi Rüzgarlı=ruzgarli Şelale Turunçova Yıldızlı=yildizli",
    trades:
      "Katalog Ticaret Pazar Mağaza Stok Sipariş Teklif Kanal Veri Fiyat Satış=satis Köprü Ürün Ağ Vitrin Kargo Bağlantı=baglanti Depo İhracat Çözüm",
    ends: ["", "", "A.Ş.", "Ltd. Şti."],
    says: "Ürünlerinizi tek panelden tüm pazar yerlerine gönderin.",
  },
  {
    joiner: " ",
    names:
      "Albăstrea Brândușa Câmpioara Dealurile Fântâna Ghiocela Hățișul Izvorul Lăcrimea Mărțișor Nucșoara Obârșia Păltiniș Răsăritul Sânziana Șoimeni Țarina Umbrărie Văratec Zăpadia",
    trades:
      "Catalog Comerț Oferte Piața Magazine Stocuri Comenzi Canale Date Prețuri Vânzări Punte Produse Rețea Export Vitrina Livrări Conectare Depozit Soluții",
    ends: ["", "", "SRL", "SA"],
    says: "Publică produsele pe toate piețele online și ține stocurile la zi.",
  },
  {
    joiner: " ",
    names:
      "Αλκυονίς=alkyonis Γαλήνιος=galinios Δελφίνια=delfinia Ευρυάλη=evryali Θαλασσίς=thalassis Κορυδαλός=korydalos Λευκάνθη=lefkanthi Μελισσίς=melissis Νεφέλιος=nefelios Ροδάνθη=rodanthi Φεγγάρι=fengari Ωριωνίς=orionis",
    trades:
      "Κατάλογος=katalogos Εμπόριο=emporio Αγορές=agores Προσφορές=prosfores Απόθεμα=apothema Παραγγελίες=parangelies Κανάλια=kanalia Δίκτυο=diktyo Γέφυρα=gefyra Πωλήσεις=poliseis",
    ends: ["", "", "ΑΕ"],
    says: "Συνδέουμε το κατάστημά σας με όλες τις αγορές.",
  },
  {
    joiner: " ",
    names:
      "Барвінкова=barvinkova Вербиця=verbytsia Громовиця=hromovytsia Діброва=dibrova Ластівка=lastivka Зорепад=zorepad Калинова=kalynova Мальвіна=malvina Озерна=ozerna Світанок=svitanok Терниця=ternytsia Явориця=yavorytsia",
    trades:
      "Каталог=kataloh Торгівля=torhivlia Ринки=rynky Пропозиції=propozytsii Склад=sklad Замовлення=zamovlennia Канали=kanaly Мережа=merezha Міст=mist Товари=tovary",
    ends: ["", "", "ТОВ"],
    says: "Передаємо каталог, залишки й замовлення між магазином і майданчиками.",
  },
  {
    joiner: " ",
    names:
      "ياسمينة=yasmina نرجسية=narjisiya لؤلؤان=luluan زعفرانة=zafarana قمرية=qamariya ريحانة=rayhana نسيمان=nasiman صفصافة=safsafa مرجانة=marjana وردان=wardan سحابان=sahaban نجمان=najman",
    trades:
      "للتجارة=tijara للأسواق=aswaq للمتاجر=matajir للطلبات=talabat للبيانات=bayanat للعروض=urud للمخزون=makhzun للربط=rabt للشحن=shahn للبيع=bay",
    ends: [""],
    says: "نربط متجرك بكل الأسواق ونحدّث المخزون والطلبات.",
  },
  {
    joiner: "",
    names:
      "みなと丘=minatooka あかね雲=akanegumo しらかば=shirakaba ほしぞら=hoshizora あおば坂=aobazaka つきみ野=tsukimino すずらん=suzuran かわせみ=kawasemi ゆきわり=yukiwari なぎさ堂=nagisado こもれび=komorebi はなみち=hanamichi",
    trades:
      "カタログ=catalog 商店=shoten マーケット=market 在庫=zaiko 受注=juchu データ=data 連携=renkei 物流=butsuryu 販売=hanbai フィード=feed",
    ends: ["", "株式会社"],
    says: "商品、在庫、注文をすべてのモールへまとめて連携します。",
  },
  {
    joiner: "",
    names:
      "云杉谷=yunshangu 青禾里=qingheli 星帆岛=xingfandao 月桥湾=yueqiaowan 松果林=songguolin 海棠坡=haitangpo 白鹭洲=bailuzhou 晨曦台=chenxitai 竹溪坊=zhuxifang 锦鲤塘=jinlitang 橙光镇=chengguangzhen 麦浪村=mailangcun",
    trades:
      "商品=shangpin 贸易=maoyi 集市=jishi 库存=kucun 订单=dingdan 数据=shuju 渠道=qudao 连接=lianjie 物流=wuliu 零售=lingshou",
    ends: ["", "有限公司"],
    says: "一次上架，同步所有平台的商品、库存与订单。",
  },
  {
    joiner: " ",
    names:
      "달빛마루=dalbitmaru 솔바람=solbaram 별하늘=byeolhaneul 은모래=eunmorae 들꽃길=deulkkotgil 새벽강=saebyeokgang 가온누리=gaonnuri 푸른솔=pureunsol 햇살터=haetsalteo 물안개=mulangae 꽃구름=kkotgureum 한울림=hanullim",
    trades:
      "카탈로그=catalog 상회=sanghoe 마켓=market 재고=jaego 주문=jumun 데이터=data 연동=yeondong 물류=mullyu 판매=panmae 피드=feed",
    ends: ["", "주식회사"],
    says: "상품과 재고, 주문을 모든 마켓에 한 번에 연동합니다.",
  },
];

namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>Who works at the owner's company: name; title; where it applies, how many weeks ago they left; and how many weeks ago they came.</summary>
internal static class Departments
{
    public const string Communications = """
        Dagmar Ostrowe; Chief Communications Officer
        Linnea Pacekova; Assistant to the CCO
        Tomasz Wielgorski; Deputy Lead and Press Officer
        Amara Diallokou; Internal Communications Manager
        Jonas Ferchland; Content Editor
        Priya Ramanathapur; Social Media Manager
        Benedikt Osterlohe; Head of Brand
        Yuki Tanabara; Graphic Designer
        Lotte van Rijnsdal; Events Manager
        Selim Karaderesi; Video Producer
        Chiara Montebruno; Communications Manager
        Freja Lundgaarden; Sustainability Communications
        Mateo Quirovales; Web Editor
        Oksana Hrymalova; Translation Coordinator
        Nils Averdunken; Corporate Publishing
        Zeynep Aydoğmaz; Media Analyst
        Callum Strathearne; Speechwriter
        Noor El-Sayyidi; Communications Trainee; ; 6
        Mirjam Sollinger; PR Manager; 44
        Rasmus Egebjergen; Campaign Manager; 61
        """;

    public const string Technology = """
        Rohan Deshpandar; Systems Engineer
        Ewelina Szczygłowska; IT Service Lead
        Dieter Wachholder; Chief Information Officer
        Marlon Tavaresco; Network Engineer
        Hye-jin Parkwon; Identity and Access Engineer
        Gunnar Isfeldt; Data Engineer
        Samira Benchaouia; Business Analyst
        Olivier Castagnard; SAP Consultant
        Thandeka Mbokazini; Support Specialist
        Pavel Hruzik; Support Specialist
        Ronja Eickmeier; Scrum Master
        Bao Trinh-Lam; Software Engineer
        Kerttu Salmivaara; Software Engineer
        Adebayo Okunlola-West; Security Engineer
        Jürgen Plattfuss; Workplace Engineer
        Inés Calderuela; Integration Engineer
        Mikkel Straarup-Lind; Cloud Engineer
        Farida Qasimova; Test Engineer
        Leopold Zirnstein; Enterprise Architect
        Dragana Milojkovska; Licence Manager
        Sören Wittkuhn; Intranet Developer; 83
        """;

    public const string Finance = """
        Petra Vondraschek; Controller
        Ludger Hasenkampf; Chief Financial Officer
        Noémie Bellerivet; Accounts Payable
        Arvid Kjellstrand; Treasury Analyst
        Sunita Vaidyaram; Financial Planner
        Bogdan Ierunceanu; Tax Specialist
        Greta Pohlenz; Travel Expenses
        Cormac Dunleary; Group Accountant
        Aylin Demirkoparan; Controller
        Thijs Oosterwegel; Procurement Analyst
        Vera Kolomanska; Accounts Receivable
        Hamid Rostamkhani; Internal Audit
        Jana Petersohn; Payroll Accountant
        Rui Valadareiro; Cost Analyst
        Elke Brammertz; Fixed Assets
        Signe Aalborghus; Reporting Analyst
        """;

    public const string Hr = """
        Florian Questenberg; Talent Acquisition
        Bettina Schallweg; Head of HR
        Anjali Krishnaveni; HR Business Partner
        Anna Lindemoor; HR Business Partner
        Kofi Asantewor; Learning and Development
        Ruta Zemaitelyte; Recruiter
        Laurent Chabrolin; Compensation and Benefits
        Melike Özgündogan; HR Services
        Pia Storkebaum; HR Services
        Jelle Hoogeveldt; Works Council Liaison
        Tereza Blahutova; Onboarding Coordinator
        Moritz Kannengott; Apprentices
        Eithne MacGarvey; Diversity and Inclusion
        Luca Serramonti; People Analytics
        """;

    public const string Sales = """
        Gregor Steinhaufen; Regional Sales Director
        Wout Verhaegden; Key Account Manager
        Natalia Brzezickaja; Key Account Manager
        Jan Petersohn; Account Manager
        Fabienne Roquelaire; Head of Sales Europe
        Deniz Yalçınkol; Partner Manager
        Hector Villafranqueza; Export Sales
        Inga Torbjörnsdal; Sales Operations
        Ravi Chandrapore; Tender Manager
        Anselm Brückmoser; Account Manager
        Kasia Lewandrowicz; Inside Sales
        Eamon Kilbrannan; Sales Engineer
        Marta Ferreirinho; Account Manager
        Lars Møllegaard-Ravn; Account Manager
        Hanako Fujimorita; Asia Sales
        Cosimo Bellandrini; Sales Engineer
        Silke Rautenstrauch; Inside Sales
        Abdoul Sanogoura; Africa Sales
        Judith Haverkampf; Customer Success
        Nikos Papadrakis; Customer Success
        Ilona Vargahegy; Pricing Manager
        Bram Koetserink; Service Sales
        Yasmin Al-Khatouri; Middle East Sales
        Ferdinand Lohengarten; Sales Trainee
        Corinna Uhlenbrock; Account Manager; 102
        """;

    public const string Legal = """
        Aoife Brannaghan; Legal Counsel
        Viktor Ahnefeldt; Data Protection Officer
        Sibylle Trautenau; General Counsel
        Mehmet Sarıkayalar; Contract Manager
        Philippa Warboyes; Intellectual Property
        Darius Norkevicius; Compliance Officer
        Hedda Lyngfjell; Legal Counsel
        Tobias Ehrenhuber; Paralegal
        """;

    public const string Product = """
        Sander Hoekvelden; Product Marketing Manager
        Isabel Navarrano; Head of Product
        Hugo Lindersten; Product Manager
        Elif Toprakçıl; UX Writer
        Leilani Kahoanui; Product Manager
        Ivo Kratschmar; Hardware Lead
        Rebecka Stjernlund; UX Designer
        Chidi Nwankpara; Firmware Engineer
        Margaux Delacourtin; Product Analyst
        Tarek Abouzaidi; Hydraulics Engineer
        Wiebke Sandmöller; Test Lead
        Joaquim Pessanheira; Sensor Engineer
        Lina Castrillonez; Product Owner
        Edvin Haraldskog; Product Owner
        Meera Subrahmanya; Data Scientist
        Patrick O'Sheaghan; Technical Writer
        Ludmila Vorobyeska; Quality Engineer
        Kwame Boatengue; Mechanical Engineer
        Antje Friedrichsen-Holm; Approbation
        Roman Zabolotniak; Firmware Engineer
        Celeste Aubrienne; UX Researcher
        Takumi Hoshikawa; Field Application Engineer
        Björn Österklint; Product Manager
        Ana-Maria Ciobotarescu; Release Manager
        Gideon Ashkelony; Algorithm Engineer
        Sanne Wolterbeek; Product Trainee
        Frida Malmqvister; Product Manager; 70
        """;

    public const string Operations = """
        Henrik Aldersund; Chief Executive Officer
        Duarte Figueirinha; Plant Manager
        Marek Dvorakovic; Logistics Lead
        Uwe Sperlingshof; Facility Manager
        Martin Sanderhoff; Maintenance Lead
        Ginevra Paolozzini; Supply Chain Planner
        Achim Brodersen-Kuhl; Quality Manager
        Lerato Dlaminika; Environment and Safety
        Piotr Gawronowski; Production Planner
        Annika Tuovinenka; Strategic Purchasing
        Karim Bouazzaoui; Shift Lead
        Helga Stammberger; Reception
        Vincent Marchandeau; Customs and Export
        Zofia Malinkiewicz; Warehouse Lead
        Oduya Wanjiruko; Production Engineer
        Ralf Kettelhake; Energy Manager
        Simone Gasparotti; Process Engineer
        Ahmet Kılıçaslanoğlu; Shift Lead
        Birgit Neddermann; Travel Desk
        Manuela Oliveirense; Purchasing
        Esko Rautavaarin; Calibration Lab
        Jitka Svobodnikova; Assistant to the CEO
        Dominik Hörterich; Fleet Manager
        Naledi Khumalongo; Project Office
        Reinhold Gassmeier; Site Services; 128
        """;

    public static IEnumerable<(string Department, string Table)> All =>
    [
        (nameof(Communications), Communications), ("IT", Technology), (nameof(Finance), Finance), ("HR", Hr),
        (nameof(Sales), Sales), (nameof(Legal), Legal), (nameof(Product), Product), (nameof(Operations), Operations),
    ];
}
